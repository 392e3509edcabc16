//! Programs that other people wrote read what was published: Radicale serves it, vdirsyncer brings it there and to a second place, khal
//! shows the days, khard the people, todoman the tasks. They are looked for in the folder that `TOUCHBASE_PROGRAMS` names (the `bin` of
//! a Python environment), else on the PATH; where one is missing, the test says so and is skipped. Everything stays on this machine.
//!
//! `python3 -m venv V && V/bin/pip install radicale vdirsyncer khal khard todoman`
//! `TOUCHBASE_PROGRAMS=V/bin cargo test --test publish_programs`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::cli::{Cli, Ran};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const NEEDED: [&str; 5] = ["radicale", "vdirsyncer", "khal", "khard", "todo"];

/// Where each of the programs is, or which one is not there.
fn programs() -> Result<BTreeMap<&'static str, PathBuf>, String> {
    let own = std::env::var_os("TOUCHBASE_PROGRAMS").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = own.into_iter().chain(std::env::split_paths(&path)).collect();
    let find = |name: &'static str| {
        let found = folders.iter().map(|dir| dir.join(name)).find(|file| file.is_file());
        found.map(|file| (name, file)).ok_or_else(|| name.to_owned())
    };
    NEEDED.into_iter().map(find).collect()
}

/// Server and folders of one test; the server ends with it, however it ends.
struct Desk {
    cli: Cli,
    programs: BTreeMap<&'static str, PathBuf>,
    server: Child,
    port: u16,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Desk {
    /// Starts a server on a free port of this machine and waits until it answers.
    fn open(cli: Cli, programs: BTreeMap<&'static str, PathBuf>) -> Desk {
        let mut last = String::new();
        // Somebody else may take the port between the question and the answer.
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
            let config = cli.file(
                "radicale.conf",
                format!(
                    "[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n[storage]\nfilesystem_folder = {}\n",
                    cli.path("server").display()
                ),
            );
            let log = fs::File::create(cli.path("radicale.log")).unwrap();
            let mut command = cli.command(&programs["radicale"]);
            command.arg("--config").arg(config).stdout(log.try_clone().unwrap()).stderr(log);
            let mut server = command.spawn().unwrap();
            let begun = Instant::now();
            while begun.elapsed() < Duration::from_secs(60) && server.try_wait().unwrap().is_none() {
                if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                    return Desk { cli, programs, server, port };
                }
                std::thread::yield_now();
            }
            let _ = server.kill();
            let _ = server.wait();
            last = fs::read_to_string(cli.path("radicale.log")).unwrap_or_default();
        }
        panic!("no server: {last}");
    }

    /// A program in the folder of the test, in its zone, without the colours of a terminal.
    fn command(&self, program: &str) -> Command {
        let mut command = self.cli.command(&self.programs[program]);
        command.env("LC_ALL", "C.UTF-8").env("PYTHONUTF8", "1").env("NO_COLOR", "1");
        command
    }

    fn ok(&self, mut command: Command) -> String {
        let ran = Ran::of(command.output().unwrap());
        assert_eq!(ran.code, 0, "{command:?}\n{}\n{}", ran.out, ran.err);
        // vdirsyncer speaks on one or the other, by its version.
        format!("{}{}", ran.out, ran.err)
    }

    /// The printed configuration for a folder with server, user and password filled in, and nothing else.
    fn configure(&self, folder: &str) -> PathBuf {
        let printed = self.cli.ok(&["publish", folder, "--print-vdirsyncer-config"]);
        let url = format!("http://127.0.0.1:{}/li/", self.port);
        let mut config = String::new();
        for line in printed.lines() {
            let line = match line {
                l if l.starts_with("password.fetch") => "password = \"none\"".to_owned(),
                l if l.starts_with("status_path") => format!("status_path = {:?}", self.cli.path(&format!("{folder}.status"))),
                l if l.starts_with("url = ") => format!("url = {url:?}"),
                l => l.replace("\"USER\"", "\"li\""),
            };
            config.push_str(&line);
            config.push('\n');
        }
        self.cli.file(&format!("{folder}.vdirsyncer"), config)
    }

    /// Lets vdirsyncer find, or make, the collections on both sides.
    fn discover(&self, config: &Path) {
        let mut command = self.command("vdirsyncer");
        command.arg("-c").arg(config).arg("discover").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().unwrap();
        // Yes to each collection that is missing.
        running.stdin.take().unwrap().write_all("y\n".repeat(12).as_bytes()).unwrap();
        let ran = Ran::of(running.wait_with_output().unwrap());
        assert_eq!(ran.code, 0, "{}\n{}", ran.out, ran.err);
    }

    fn sync(&self, config: &Path) -> String {
        let mut command = self.command("vdirsyncer");
        command.args(["-v", "INFO", "-c"]).arg(config).arg("sync");
        self.ok(command)
    }

    /// The files of a folder with what changes when one is written again.
    fn traces(&self, folder: &str) -> BTreeMap<PathBuf, (Vec<u8>, u64, i64, i64)> {
        let mut out = BTreeMap::new();
        for name in ["calendar", "tasks", "contacts"] {
            for entry in fs::read_dir(self.cli.path(folder).join(name)).unwrap() {
                let path = entry.unwrap().path();
                let m = fs::metadata(&path).unwrap();
                out.insert(path.clone(), (fs::read(&path).unwrap(), m.ino(), m.mtime(), m.mtime_nsec()));
            }
        }
        out
    }

    /// Every item on the server with its moment of change.
    fn on_server(&self) -> BTreeMap<PathBuf, (u64, i64, i64)> {
        let mut out = BTreeMap::new();
        for name in ["touchbase-calendar", "touchbase-tasks", "touchbase-contacts"] {
            for entry in fs::read_dir(self.cli.path("server/collection-root/li").join(name)).unwrap() {
                let path = entry.unwrap().path();
                let m = fs::metadata(&path).unwrap();
                if m.is_file() && !path.file_name().unwrap().to_string_lossy().starts_with('.') {
                    out.insert(path, (m.ino(), m.mtime(), m.mtime_nsec()));
                }
            }
        }
        out
    }

    fn khal(&self, folder: &str, first: &str, days: &str) -> Vec<String> {
        let config = format!(
            "[calendars]\n[[touchbase]]\npath = {}\n[sqlite]\npath = {}\n[locale]\nlocal_timezone = Asia/Shanghai\n\
             default_timezone = Asia/Shanghai\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
             datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n",
            self.cli.path(folder).join("calendar").display(),
            self.cli.path("khal.db").display(),
        );
        let config = self.cli.file("khal.conf", config);
        let mut command = self.command("khal");
        command.arg("-c").arg(config).args(["list", first, days, "--day-format", ""]);
        command.args(["--format", "{start-date} {start-time}-{end-time} {title} @{location}"]);
        self.ok(command).lines().map(|line| line.trim_end_matches([' ', '@']).to_owned()).collect()
    }
}

/// Clients with Chinese and hostile names, what is agreed with them and what was promised.
fn book() -> Cli {
    let cli = Cli::new();
    cli.client("Lotus Spa", &["--since", "2026-01-05"]);
    cli.ok(&["client", "pin", "Lotus", "A", "-m", "key account", "--from", "2026-01-05"]);
    cli.ok(&[
        "person",
        "add",
        "Lotus",
        "Li Min",
        "--phone",
        "+44 7700 900001",
        "--email",
        "li@lotus.example",
        "--birthday",
        "12-24",
    ]);
    cli.ok(&["log", "Lotus", "visit", "--at", "2026-11-18"]);
    cli.client("绿叶科技", &["--since", "2026-01-05", "--phone", "+86 10 5555 0100"]);
    cli.ok(&["client", "pin", "绿叶", "C", "-m", "small", "--from", "2026-01-05"]);
    cli.ok(&["log", "绿叶", "email", "--at", "2026-11-20"]);
    cli.ok(&["person", "add", "绿叶", "王小明", "--phone", "+86 138 0013 8000"]);
    cli.client("Smith, Jones; \\Sons\r\nEND:VEVENT 🎂", &["--since", "2026-11-01"]);
    cli.ok(&["appointment", "add", "Lotus", "visit", "2026-12-04T10:30", "--minutes", "90", "--place", "Gate 4; Leeds"]);
    cli.client("Delta Foods", &["--since", "2026-01-05"]);
    cli.ok(&["appointment", "add", "Delta", "call", "2027-07-01T23:30"]);
    cli.ok(&["task", "add", "Lotus", "send the quote; all of it", "--due", "2026-12-01"]);
    cli.ok(&["task", "add", "绿叶", "合同", "--due", "2026-12-02T15:00"]);
    cli
}

#[test]
fn s040_radicale_vdirsyncer_khal_khard_and_todoman_read_what_is_published() {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(missing) => {
            // Past the capture of the test runner: a test that did nothing must not look like one that did.
            let mut out = std::io::stderr();
            let _ = writeln!(
                out,
                "SKIPPED s040_radicale_vdirsyncer_khal_khard_and_todoman_read_what_is_published: {missing} is neither in \
                 TOUCHBASE_PROGRAMS nor on the PATH (pip install radicale vdirsyncer khal khard todoman)"
            );
            return;
        }
    };
    let desk = Desk::open(book(), programs);
    let published = desk.cli.json(&["publish", "phone"]);
    assert!(published["written"].as_u64().unwrap() > 20, "{published}");

    // To the server.
    let config = desk.configure("phone");
    desk.discover(&config);
    assert!(desk.sync(&config).contains("upload"), "the log names what is uploaded");
    let (files, items) = (desk.traces("phone"), desk.on_server());
    assert_eq!(items.len(), files.len(), "every file is an item on the server");

    // Nothing changed: no file, no item.
    let again = desk.cli.json(&["publish", "phone"]);
    assert_eq!((again["written"].as_u64(), again["removed"].as_u64()), (Some(0), Some(0)), "{again}");
    let log = desk.sync(&config);
    assert!(!["upload", "Copying", "Deleting", "updat", "onflict"].iter().any(|word| log.contains(word)), "{log}");
    assert_eq!(desk.traces("phone"), files, "neither bytes nor times changed");
    assert_eq!(desk.on_server(), items, "nothing was uploaded");

    // What is done goes from the server, too; the rest stays as it was.
    desk.cli.ok(&["task", "done", "合同"]);
    let done = desk.cli.json(&["publish", "phone"]);
    assert_eq!((done["written"].as_u64(), done["removed"].as_u64()), (Some(0), Some(1)), "{done}");
    desk.sync(&config);
    let left = desk.on_server();
    assert_eq!(left.len() + 1, items.len());
    assert!(left.iter().all(|(path, trace)| items.get(path) == Some(trace)));
    desk.cli.ok(&["undo"]);
    desk.cli.ok(&["publish", "phone"]);
    desk.sync(&config);

    // And from there to a second place, which then says the same.
    for name in ["calendar", "tasks", "contacts"] {
        fs::create_dir_all(desk.cli.path("second").join(name)).unwrap();
    }
    let second = desk.configure("second");
    desk.discover(&second);
    desk.sync(&second);
    assert_eq!(desk.traces("second").len(), files.len());

    for place in ["phone", "second"] {
        let days = desk.khal(place, "2026-11-23", "35d");
        for line in [
            "2026-12-11 - Call Lotus Spa (Li Min)",
            "2026-12-04 10:30-12:00 Visit Lotus Spa (Li Min) @Gate 4; Leeds",
            "2026-12-24 - Birthday of Li Min (Lotus Spa)",
            "2026-12-21 - Email 绿叶科技 (王小明)",
        ] {
            assert!(days.iter().any(|d| d == line), "{place}: {line} in\n{}", days.join("\n"));
        }
        assert!(days.iter().any(|d| d.contains("Smith, Jones; \\Sons END:VEVENT 🎂")), "{place}: {}", days.join("\n"));
        let summer = desk.khal(place, "2027-07-01", "1d");
        assert!(summer.iter().any(|d| d.starts_with("2027-07-01 23:30-00:30 Call Delta Foods")), "{}", summer.join("\n"));

        let khard = desk.cli.path(place).join("contacts");
        let khard = desk.cli.file("khard.conf", format!("[addressbooks]\n[[touchbase]]\npath = {}\n", khard.display()));
        let mut list = desk.command("khard");
        list.arg("-c").arg(&khard).args(["list", "--parsable"]);
        let people = desk.ok(list);
        for name in ["Li Min", "王小明", "绿叶科技", "Smith, Jones; \\Sons"] {
            assert!(people.contains(name), "{place}: {name} in\n{people}");
        }
        let mut phone = desk.command("khard");
        phone.arg("-c").arg(&khard).args(["phone", "--parsable", "Li Min"]);
        assert!(desk.ok(phone).contains("+44 7700 900001"));

        let tasks = desk.cli.path(place).join("tasks");
        let cache = desk.cli.path(&format!("{place}.sqlite3"));
        let todoman = desk.cli.file(
            "todoman.py",
            format!("path = {tasks:?}\ncache_path = {cache:?}\ndate_format = \"%Y-%m-%d\"\ntime_format = \"%H:%M\"\n"),
        );
        let mut todo = desk.command("todo");
        todo.env("TODOMAN_CONFIG", todoman).args(["--porcelain", "list"]);
        let todo: serde_json::Value = serde_json::from_str(&desk.ok(todo)).unwrap();
        let due = |title: &str| {
            let found = todo.as_array().unwrap().iter().find(|t| t["summary"] == title);
            found.unwrap_or_else(|| panic!("{place}: {title} in {todo:#}"))["due"].as_i64().unwrap()
        };
        // Midnight and 15:00 in Shanghai.
        assert_eq!(due("send the quote; all of it (Lotus Spa)"), 1_796_054_400);
        assert_eq!(due("合同 (绿叶科技)"), 1_796_194_800);
    }
}
