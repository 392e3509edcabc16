//! What the model of repeat orders costs: CPU time to fit it and to score everybody, on portfolios of regular and irregular clients.
//!
//! `cargo bench --bench risk`. 5,000 clients may take 60 ms, 100,000 may take 300 ms. No file is read: the rest of an assessment is
//! measured in `today`.

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::time::Duration;
use touchbase::domain::risk::{Model, Orders, Scorer};

const RUNS: usize = 15;
/// Days that are looked back on.
const DAYS: f64 = 1100.0;

fn main() {
    println!("CPU time, best and median of {RUNS}\n");
    println!("{:>8} {:>20} {:>20} {:>20} {:>20}", "clients", "fit", "score", "fit and score", "and a year's orders");
    for clients in [50, 500, 5_000, 20_000, 100_000] {
        let orders = portfolio(clients);
        let model = Model::fit(&orders);
        let score = |model: &Model| {
            let scorer = Scorer::new(model, &orders);
            black_box(orders.iter().map(|o| scorer.score(o).none).sum::<f64>());
        };
        let expect = |model: &Model| {
            let scorer = Scorer::new(model, &orders);
            black_box(orders.iter().map(|o| scorer.expected(o, scorer.score(o).alive, 365.0 / 7.0)).sum::<f64>());
        };
        println!(
            "{clients:>8} {} {} {} {}",
            shown(&|| {
                let _ = black_box(Model::fit(&orders));
            }),
            shown(&|| score(&model)),
            shown(&|| score(&Model::fit(&orders))),
            shown(&|| expect(&Model::fit(&orders))),
        );
    }
}

fn shown(run: &dyn Fn()) -> String {
    let mut runs: Vec<Duration> = (0..RUNS).map(|_| measured(run)).collect();
    runs.sort();
    let ms = |d: Duration| d.as_secs_f64() * 1e3;
    format!("{:8.2} {:8.2} ms", ms(runs[0]), ms(runs[RUNS / 2]))
}

/// What the scheduler has booked for this thread; it does so when the thread goes to sleep.
fn used() -> Duration {
    std::thread::sleep(Duration::from_millis(2));
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(text.split_whitespace().next().unwrap().parse().unwrap())
}

fn measured(run: &dyn Fn()) -> Duration {
    let before = used();
    run();
    used().saturating_sub(before)
}

/// Clients who come and leave, half of them at regular intervals: always the same ones.
fn portfolio(clients: usize) -> Vec<Orders> {
    let mut seed = 20_261_123_u64;
    let mut chance = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((seed >> 11) as f64 + 1.0) / (1_u64 << 53) as f64
    };
    let of = |_| {
        let usual = 10.0 + 150.0 * chance() * chance();
        let regular = chance() < 0.5;
        let first = (chance() * DAYS * 0.95).floor();
        let (mut at, mut last, mut x, mut ln_gaps) = (first, first, 0, 0.0_f64);
        while chance() > 0.08 {
            let gap = if regular { usual * (0.8 + 0.4 * chance()) } else { -usual * chance().ln() };
            at += gap.ceil().max(1.0);
            if at > DAYS {
                break;
            }
            (x, ln_gaps) = (x + 1, ln_gaps + ((at - last) / 7.0).ln());
            last = at;
        }
        Orders { x, t_x: (last - first) / 7.0, t: (DAYS - first).max(1.0) / 7.0, ln_gaps }
    };
    (0..clients).map(of).collect()
}
