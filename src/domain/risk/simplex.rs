//! The downhill simplex of Nelder & Mead 1965 for a handful of coordinates: no derivatives, no memory beyond the simplex.
//! What is minimised is `fit`'s to say.

/// Where the search ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Found<const N: usize> {
    /// The best point.
    pub(super) at: [f64; N],
    /// Its cost.
    pub(super) cost: f64,
}

/// Minimises a cost from a point, with a first step in every coordinate, until points and costs lie within the tolerance.
/// A tiny first step would stall far from the minimum.
pub(super) fn minimise<const N: usize>(
    cost: &mut dyn FnMut(&[f64; N]) -> f64,
    start: [f64; N],
    step: f64,
    tolerance: f64,
    rounds: usize,
) -> Found<N> {
    // What cannot be computed is no place to go to.
    let mut price = |at: [f64; N]| {
        let cost = cost(&at);
        Found { at, cost: if cost.is_nan() { f64::INFINITY } else { cost } }
    };
    let mut simplex: Vec<Found<N>> = Vec::with_capacity(N + 1);
    simplex.push(price(start));
    for n in 0..N {
        let mut at = start;
        at[n] += step;
        simplex.push(price(at));
    }
    for _ in 0..rounds {
        simplex.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        let (best, worst) = (simplex[0], simplex[N]);
        let width = |n: usize| simplex.iter().map(|p| (p.at[n] - best.at[n]).abs()).fold(0.0, f64::max);
        if worst.cost - best.cost < tolerance && (0..N).all(|n| width(n) < tolerance) {
            break;
        }
        let centre: [f64; N] = std::array::from_fn(|n| simplex[..N].iter().map(|p| p.at[n]).sum::<f64>() / N as f64);
        let along = |share: f64| -> [f64; N] { std::array::from_fn(|n| centre[n] + share * (worst.at[n] - centre[n])) };
        let reflected = price(along(-1.0));
        simplex[N] = if reflected.cost < best.cost {
            let expanded = price(along(-2.0));
            if expanded.cost < reflected.cost { expanded } else { reflected }
        } else if reflected.cost < simplex[N - 1].cost {
            reflected
        } else {
            let contracted = price(along(if reflected.cost < worst.cost { -0.5 } else { 0.5 }));
            if contracted.cost < worst.cost.min(reflected.cost) {
                contracted
            } else {
                for point in simplex.iter_mut().skip(1) {
                    *point = price(std::array::from_fn(|n| best.at[n] + 0.5 * (point.at[n] - best.at[n])));
                }
                continue;
            }
        };
    }
    simplex.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    simplex[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curved_valley_is_followed_to_its_end() {
        let mut valley = |p: &[f64; 2]| (1.0 - p[0]).powi(2) + 100.0 * (p[1] - p[0] * p[0]).powi(2);
        let found = minimise(&mut valley, [-1.2, 1.0], 0.4, 1e-9, 1000);
        assert!((found.at[0] - 1.0).abs() < 1e-4 && (found.at[1] - 1.0).abs() < 1e-4, "{found:?}");
    }

    #[test]
    fn what_cannot_be_computed_is_left() {
        let mut broken = |p: &[f64; 1]| if p[0] < 0.0 { f64::NAN } else { (p[0] - 2.0).powi(2) };
        let found = minimise(&mut broken, [0.1], 0.4, 1e-9, 500);
        assert!((found.at[0] - 2.0).abs() < 1e-3, "{found:?}");
    }
}
