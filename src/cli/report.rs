//! `report`: the supervision report of one inspection, its minutes, or the letter that urges its unit; those of a whole round; the check of
//! one that was written.

use super::{
    Outcome,
    args::{Report, ReportCommand},
    bundle, give,
    session::Call,
    verify,
};

pub(super) fn run(call: &mut Call, args: &Report) -> Outcome {
    if let Some(ReportCommand::Verify { file }) = &args.command {
        return verify::run(call, file);
    }
    if let (true, Some(round), Some(folder)) = (args.all, &args.round, &args.out) {
        return bundle::run(call, round, folder);
    }
    let mut session = call.open()?;
    let name = args.id.as_deref().unwrap_or_default();
    let about = give::about(&session, args.kind, name)?;
    give::made(&mut session, about, name, args.out.as_deref())
}
