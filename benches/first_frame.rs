//! From the start of the process to the first whole frame, beside a program that draws almost nothing.
//!
//! `cargo bench --bench first_frame`. Both run in a pseudo-terminal and are compared by CPU time, which other work on the machine
//! hardly changes; the elapsed time stands beside it. A frame counts as drawn when the last row of the screen has text.

#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod sample;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::layout::{Constraint, Layout};
use std::io::Read;
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const ROLE: &str = "TOUCHBASE_BENCH_EMPTY";
const COLUMNS: u16 = 120;
const ROWS: u16 = 40;
const RUNS: usize = 25;

fn main() {
    if std::env::var_os(ROLE).is_some() {
        return nothing();
    }
    let books: [(&str, Option<PathBuf>); 3] =
        [("empty ratatui program", None), ("500 clients", Some(sample::small())), ("10,000 clients", Some(sample::large()))];
    // In turn, so that all of them meet the same weather.
    let mut runs: Vec<Vec<(Duration, Duration)>> = vec![Vec::new(); books.len()];
    for _ in 0..RUNS {
        for (runs, (_, book)) in runs.iter_mut().zip(&books) {
            runs.push(first_frame(book.as_ref()));
        }
    }
    let best = |n: usize| runs[n].iter().map(|(cpu, _)| *cpu).min().unwrap();
    let limit = best(0) * 2 + Duration::from_millis(20);
    println!("first frame, best of {RUNS}; limit {:.1} ms of CPU", millis(limit));
    for (n, (name, _)) in books.iter().enumerate() {
        let elapsed = runs[n].iter().map(|(_, elapsed)| *elapsed).min().unwrap();
        let (cpu, ratio) = (best(n), best(n).as_secs_f64() / best(0).as_secs_f64());
        println!("{name:22} {:6.1} ms of CPU ({ratio:.1} times)  {:6.1} ms elapsed", millis(cpu), millis(elapsed));
    }
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// What is compared with: a full-screen program with one line at the top and one at the bottom.
fn nothing() {
    let mut terminal = ratatui::init();
    let drawn = terminal.draw(|frame| {
        let [top, bottom] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(frame.area());
        frame.render_widget("touchbase", top);
        frame.render_widget("q quit", bottom);
    });
    drawn.unwrap();
    let _ = crossterm::event::read();
    ratatui::restore();
}

/// CPU and elapsed time up to the first frame.
fn first_frame(book: Option<&PathBuf>) -> (Duration, Duration) {
    let mut command = match book {
        Some(path) => {
            let mut command = CommandBuilder::new(sample::PROGRAM);
            command.arg("--db");
            command.arg(path);
            command
        }
        None => {
            let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
            command.env(ROLE, "1");
            command
        }
    };
    sample::surroundings(|name, value| command.env(name, value));
    let size = PtySize { rows: ROWS, cols: COLUMNS, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).unwrap();
    let mut reader = pair.master.try_clone_reader().unwrap();
    let cells = |n| NonZeroU16::new(n).unwrap();
    let mut screen = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 0);
    let begun = Instant::now();
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut buffer = [0u8; 1 << 16];
    while screen.screen().contents_between(ROWS - 1, 0, ROWS - 1, COLUMNS).trim().is_empty() {
        let n = reader.read(&mut buffer).unwrap();
        assert!(n > 0, "the program ended");
        screen.process(&buffer[..n]);
    }
    let elapsed = begun.elapsed();
    // The scheduler books a thread's time when it goes to sleep.
    std::thread::sleep(Duration::from_millis(20));
    let cpu = cpu_of(child.process_id().unwrap());
    child.kill().unwrap();
    child.wait().unwrap();
    (cpu, elapsed)
}

/// What all threads of a process have used, from the scheduler's own books.
fn cpu_of(process: u32) -> Duration {
    let tasks = std::fs::read_dir(format!("/proc/{process}/task")).unwrap();
    let used = tasks.filter_map(|task| {
        let text = std::fs::read_to_string(task.ok()?.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse::<u64>().ok()
    });
    Duration::from_nanos(used.sum())
}
