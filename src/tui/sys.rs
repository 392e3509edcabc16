//! The few calls that have no safe wrapper among our libraries: waiting on terminal descriptors, stopping the process,
//! and a session of its own for one that is started.
//! The only unsafe code of the crate; everything built on it lives in `events` and `terminal`.
#![allow(unsafe_code)]

use std::io;
use std::os::fd::{AsRawFd, BorrowedFd};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::Duration;

/// What a wait for input ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ready {
    /// The terminal has bytes, or is at its end: a read does not block.
    Input,
    /// The second descriptor has bytes.
    Woken,
    /// Nothing came in time.
    Quiet,
    /// The terminal hung up.
    Gone,
}

/// `poll` over up to two descriptors. `None` waits without end. Interrupted calls are taken up again with the full time.
fn poll(fds: &mut [libc::pollfd], timeout: Option<Duration>) -> io::Result<()> {
    let millis = timeout.map_or(-1, |t| i32::try_from(t.as_millis()).unwrap_or(i32::MAX));
    loop {
        // SAFETY: the pointer and length describe one live, exclusively borrowed slice of pollfd.
        let n = unsafe { libc::poll(fds.as_mut_ptr(), fds.len() as libc::nfds_t, millis) };
        if n >= 0 {
            return Ok(());
        }
        let error = io::Error::last_os_error();
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
}

fn entry(fd: BorrowedFd<'_>, events: libc::c_short) -> libc::pollfd {
    libc::pollfd { fd: fd.as_raw_fd(), events, revents: 0 }
}

/// Sleeps until the terminal has input, `wake` has, or the time is over.
pub fn wait_input(tty: BorrowedFd<'_>, wake: BorrowedFd<'_>, timeout: Option<Duration>) -> io::Result<Ready> {
    let mut fds = [entry(tty, libc::POLLIN), entry(wake, libc::POLLIN)];
    poll(&mut fds, timeout)?;
    Ok(if fds[1].revents != 0 {
        Ready::Woken
    } else if fds[0].revents & libc::POLLIN != 0 {
        Ready::Input
    } else if fds[0].revents != 0 {
        Ready::Gone
    } else {
        Ready::Quiet
    })
}

/// Sleeps until the other side of `tty` is closed. `false`: this descriptor cannot be watched here.
pub fn wait_hangup(tty: BorrowedFd<'_>) -> bool {
    let mut fds = [entry(tty, 0)];
    poll(&mut fds, None).is_ok() && fds[0].revents & (libc::POLLHUP | libc::POLLERR) != 0
}

/// Stops this process as Ctrl-Z would, with its whole process group when `group`. Returns once it is continued, or at once when
/// there is no shell that could continue it (the kernel ignores SIGTSTP in an orphaned group; SIGSTOP would hang for ever).
pub fn stop(group: bool) -> io::Result<()> {
    // SAFETY: the sigaction structs are live locals; SIG_IGN and SIG_DFL are valid handlers and the old one is put back unchanged.
    unsafe {
        let mut before: libc::sigaction = std::mem::zeroed();
        let mut instead: libc::sigaction = std::mem::zeroed();
        // The group's signal reaches us too. It is ignored here, or we would stop a second time after being continued.
        instead.sa_sigaction = libc::SIG_IGN;
        if libc::sigaction(libc::SIGTSTP, &instead, &mut before) != 0 {
            return Err(io::Error::last_os_error());
        }
        if group {
            libc::kill(0, libc::SIGTSTP);
        }
        instead.sa_sigaction = libc::SIG_DFL;
        libc::sigaction(libc::SIGTSTP, &instead, std::ptr::null_mut());
        // raise() is directed at this thread: the stop has happened before it returns.
        libc::raise(libc::SIGTSTP);
        libc::sigaction(libc::SIGTSTP, &before, std::ptr::null_mut());
    }
    Ok(())
}

/// The program gets a session of its own: it has no terminal, not even the controlling one, and whatever it starts can be ended with it.
pub fn own_session(command: &mut Command) {
    let leave = || {
        // SAFETY: setsid takes no arguments and may be called between fork and exec.
        if unsafe { libc::setsid() } < 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
    };
    // SAFETY: the closure allocates nothing and calls only what is safe after a fork.
    unsafe {
        command.pre_exec(leave);
    }
}

/// Ends the process group that [`own_session`] made; `now`: without asking.
pub fn end_group(leader: u32, now: bool) {
    let signal = if now { libc::SIGKILL } else { libc::SIGTERM };
    if let Some(leader) = i32::try_from(leader).ok().filter(|leader| *leader > 1) {
        // SAFETY: plain numbers; a group that is gone is an error nobody needs.
        unsafe {
            libc::kill(-leader, signal);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::io::Write;
    use std::os::fd::AsFd;

    #[test]
    fn a_wait_tells_input_from_a_wake_and_from_silence() {
        let ((tty, mut typing), (wake, mut waking)) = (io::pipe().unwrap(), io::pipe().unwrap());
        let wait = || wait_input(tty.as_fd(), wake.as_fd(), Some(Duration::ZERO)).unwrap();
        assert_eq!(wait(), Ready::Quiet);
        typing.write_all(b"d").unwrap();
        assert_eq!(wait(), Ready::Input);
        waking.write_all(b"!").unwrap();
        assert_eq!(wait(), Ready::Woken);
    }

    #[test]
    fn a_closed_other_side_is_a_hangup() {
        let (other, ours) = io::pipe().unwrap();
        drop(other);
        assert!(wait_hangup(ours.as_fd()));
    }
}
