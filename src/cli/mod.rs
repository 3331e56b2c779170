//! The same work without a terminal: one file for each subcommand. Parses the command line, runs one command, and turns its end
//! into an exit code. Holds no rule of the product: those live in `domain`, and the terminal application uses the same.
//!
//! Data goes to stdout, words to stderr. A reader that closes the pipe ends the program in peace.

mod args;
mod backup;
mod bundle;
mod case;
mod checklist;
mod demo;
mod draw;
mod exit;
mod failure;
mod file;
mod fill;
mod find;
mod findings;
mod give;
mod history;
mod init;
mod inspection;
mod keys;
mod layouts;
mod lint;
mod meter;
mod model;
mod office;
mod open;
mod output;
mod private;
mod report;
mod rollup;
mod round;
mod second;
mod session;
mod show;
mod stderr;
mod template;
mod unit;
mod vault;
mod verify;

use crate::store::{advice, newest_in};
use args::{Cli, Command};
use clap::Parser;
use exit::Exit;
use failure::Failure;
use session::Call;
use signal_hook::{consts::SIGINT, flag};
use std::{
    process::ExitCode,
    sync::{Arc, atomic::AtomicBool},
};

/// What a command comes to.
type Outcome = Result<Exit, Failure>;

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    private::begin();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Nothing is left to say when even this cannot be printed.
            let _ = error.print();
            return if error.use_stderr() { Exit::BadInput } else { Exit::Done }.into();
        }
    };
    let mut call = Call::new(cli.global);
    match run(&mut call, cli.command) {
        Ok(exit) => exit.into(),
        Err(failure) => with_backup(failure, &call).tell(call.out.lang).into(),
    }
}

/// Words that send to a backup say which.
fn with_backup(failure: Failure, call: &Call) -> Failure {
    match call.vault_dir() {
        Ok(dir) if failure.sends_to_a_backup() => failure.and(advice(newest_in(&dir).as_ref())),
        _ => failure,
    }
}

fn run(call: &mut Call, command: Option<Command>) -> Outcome {
    let Some(command) = command else {
        return open::application(call);
    };
    call.expect_format(command.formats())?;
    // A terminal must first be put back, and a folder of reports taken back: they handle the signal themselves.
    let is_own = |command: &Command| match command {
        Command::Demo(_) => true,
        Command::Report(args) => args.all,
        _ => false,
    };
    if !is_own(&command) {
        end_with_130_on_interrupt();
    }
    match command {
        Command::Init(args) => init::run(call, &args),
        Command::Demo(args) => demo::run(call, &args),
        Command::Unit(command) => unit::run(call, command),
        Command::Round(command) => round::run(call, command),
        Command::Inspection(command) => inspection::run(call, command),
        Command::Model(command) => model::run(call, command),
        Command::Draw(command) => draw::run(call, &command),
        Command::Second(command) => second::run(call, &command),
        Command::Report(args) => report::run(call, &args),
        Command::Rollup(args) => rollup::run(call, &args),
        Command::Nominations(args) => rollup::nominations(call, &args),
        Command::Findings(args::Findings::Export(args)) => findings::run(call, &args),
        Command::Checklist(args::Checklist::Check { file }) => checklist::check(call, &file),
        Command::Keys(command) => keys::run(call, command),
        Command::Template(command) => template::run(call, &command),
        Command::Office(command) => office::run(call, &command),
        Command::Vault(command) => vault::run(call, &command),
        Command::History { id } => history::run(call, &id),
    }
}

/// An interrupt ends the program with code 130 at once, as long as what is given back stays true. The journal needs no farewell: a record is whole or cut off at the next
/// opening, and files are written beside and renamed.
fn end_with_130_on_interrupt() -> Arc<AtomicBool> {
    let ends = Arc::new(AtomicBool::new(true));
    // Without a handler the interrupt still ends the program, only with the system's own status.
    let _ = flag::register_conditional_shutdown(SIGINT, 130, Arc::clone(&ends));
    ends
}
