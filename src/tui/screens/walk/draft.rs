//! The walk's form opened again whose words were not saved last time; the application puts them back.

use super::{Walk, forms};
use crate::{
    domain::draft::Seat,
    i18n::key,
    tui::{parts::notice::Notice, screens::Desk},
};

impl Walk {
    /// Opens the form whose words were not saved last time.
    pub(super) fn offer_draft(&mut self, desk: &mut Desk) {
        let (Some(draft), Some(sheet)) = (desk.shared.draft(&Seat::walk(self.id)), &mut self.sheet) else { return };
        if sheet.inspection.is_signed() {
            desk.notice = Some(Notice::warning(key::DRAFT_SIGNED));
            return;
        }
        if let Some(purpose) = forms::purpose(draft) {
            if let Some(item) = purpose.item() {
                sheet.show(item);
            }
            self.open(purpose, desk);
        }
        if self.form.is_none() {
            desk.notice = Some(Notice::warning(key::DRAFT_NOT_OPENED));
        }
    }
}
