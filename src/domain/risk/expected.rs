//! Expected orders of a client: the chance to leave is averaged over its posterior Beta by Gauss–Jacobi quadrature, whose nodes come from
//! the recurrence of the Jacobi polynomials (Golub & Welsch 1969).

use super::mbg::Parameters;
use super::orders::Orders;

/// Nodes of the quadrature; exact to about 1e-12 here.
pub const NODES: usize = 24;
/// Rounds in which one eigenvalue is found.
const ROUNDS: usize = 60;

/// Orders within so many weeks of a client who still orders; to be multiplied by the chance that it does. `nodes` are those of the
/// client's number of repeat orders, see [`Parameters::nodes`].
pub fn expected_orders(p: &Parameters, nodes: &[(f64, f64); NODES], o: &Orders, weeks: f64) -> f64 {
    let shape = p.r + f64::from(o.x);
    let rate = weeks / (p.alpha + o.t);
    let of_node = |(chance, weight): &(f64, f64)| {
        let chance = chance.max(f64::MIN_POSITIVE);
        -weight * (-shape * (chance * rate).ln_1p()).exp_m1() / chance
    };
    nodes.iter().map(of_node).sum()
}

impl Parameters {
    /// The nodes for clients with so many repeat orders: their posterior chance to leave is Beta(a, b + x + 1).
    pub fn nodes(&self, x: u32) -> [(f64, f64); NODES] {
        beta_nodes(self.a, self.b + f64::from(x) + 1.0)
    }
}

/// Places in (0, 1) and their weights (sum 1) for the density Beta(a, b).
pub(super) fn beta_nodes(a: f64, b: f64) -> [(f64, f64); NODES] {
    let (alpha, beta) = (b - 1.0, a - 1.0);
    let mut diagonal = [0.0; NODES];
    let mut beside = [0.0; NODES];
    for n in 0..NODES {
        let k = n as f64;
        let s = 2.0 * k + alpha + beta;
        diagonal[n] = match n {
            0 => (beta - alpha) / (alpha + beta + 2.0),
            _ => (beta * beta - alpha * alpha) / (s * (s + 2.0)),
        };
        if n > 0 {
            let square = match n {
                1 => 4.0 * (1.0 + alpha) * (1.0 + beta) / ((2.0 + alpha + beta).powi(2) * (3.0 + alpha + beta)),
                _ => 4.0 * k * (k + alpha) * (k + beta) * (k + alpha + beta) / (s * s * (s + 1.0) * (s - 1.0)),
            };
            beside[n - 1] = square.sqrt();
        }
    }
    let first = eigen(&mut diagonal, &mut beside);
    std::array::from_fn(|n| ((1.0 + diagonal[n]) / 2.0, first[n] * first[n]))
}

/// The eigenvalues of a symmetric tridiagonal matrix, left in `diagonal`, and the first component of each eigenvector (implicit QL).
fn eigen(diagonal: &mut [f64; NODES], beside: &mut [f64; NODES]) -> [f64; NODES] {
    let (d, e) = (diagonal, beside);
    let mut first = [0.0; NODES];
    first[0] = 1.0;
    for l in 0..NODES {
        for _ in 0..ROUNDS {
            let small = |m: &usize| e[*m].abs() <= f64::EPSILON * (d[*m].abs() + d[*m + 1].abs());
            let m = (l..NODES - 1).find(small).unwrap_or(NODES - 1);
            if m == l {
                break;
            }
            let mut g = (d[l + 1] - d[l]) / (2.0 * e[l]);
            let mut r = g.hypot(1.0);
            g = d[m] - d[l] + e[l] / (g + r.copysign(g));
            let (mut s, mut c, mut p) = (1.0, 1.0, 0.0);
            let mut broken = false;
            for i in (l..m).rev() {
                let f = s * e[i];
                let b = c * e[i];
                r = f.hypot(g);
                e[i + 1] = r;
                if r == 0.0 {
                    d[i + 1] -= p;
                    e[m] = 0.0;
                    broken = true;
                    break;
                }
                (s, c) = (f / r, g / r);
                g = d[i + 1] - p;
                r = (d[i] - g) * s + 2.0 * c * b;
                p = s * r;
                d[i + 1] = g + p;
                g = c * r - b;
                let next = first[i + 1];
                first[i + 1] = s * first[i] + c * next;
                first[i] = c * first[i] - s * next;
            }
            if !broken {
                d[l] -= p;
                e[l] = g;
                e[m] = 0.0;
            }
        }
    }
    first
}
