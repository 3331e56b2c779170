//! Every command of the application, in ONE table: name, contexts, words, danger. Files, help, footers, the palette, the README and
//! the checks all come from it. What a command does stands in the screens.
//!
//! A new command is one line of the table, and two sentences in each language: `command-NAME` (short, for the footer) and
//! `command-NAME-help` (a whole sentence).

use super::context::Context::{
    self, Dialog, Findings, Flags, Form, Global, Help, History, Models, Palette, Preview, Queue, Reports, Rollup,
    Search, Second, Settings, SignOff, Unit, Units, Walk,
};
use crate::i18n::{self, key};

/// What the table knows of a command.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name in keymap files, in the palette and in documents: `add-evidence`.
    pub name: &'static str,
    /// Where it can be bound.
    pub contexts: &'static [Context],
    /// A word or two, for footers.
    pub label: i18n::Key,
    /// A sentence, for help.
    pub help: i18n::Key,
    /// It removes something or closes it for good: its keys may do nothing harmless elsewhere.
    pub danger: bool,
    /// Without a key for it a person would be stuck.
    pub required: bool,
    /// It counts also while a form or a dialog is open.
    pub everywhere: bool,
    /// Its place among the footer hints of its contexts, from 1; 0 keeps it out.
    pub footer: u8,
}

impl Row {
    const fn new(
        command: Command,
        name: &'static str,
        contexts: &'static [Context],
        label: i18n::Key,
        help: i18n::Key,
    ) -> Self {
        Self { command, name, contexts, label, help, danger: false, required: false, everywhere: false, footer: 0 }
    }
    const fn danger(self) -> Self {
        Self { danger: true, ..self }
    }
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }
    const fn everywhere(self) -> Self {
        Self { everywhere: true, ..self }
    }
    const fn footer(self, place: u8) -> Self {
        Self { footer: place, ..self }
    }
}

macro_rules! commands {
    (
        rate: $($level:literal $rate:literal $rate_label:ident $rate_help:ident;)*
        others: $($variant:ident $name:literal $contexts:tt $label:ident $help:ident $(.$flag:ident($($value:literal)?))*;)*
    ) => {
        /// What a key can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            /// `rate-0` to `rate-4`: gives the item that level.
            Rate(u8),
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        /// Every command, in the order of help.
        pub const TABLE: &[Row] = &[
            $(Row::new(Command::Rate($level), $rate, &[Walk, Models], key::$rate_label, key::$rate_help).required(),)*
            $(Row::new(Command::$variant, $name, &$contexts, key::$label, key::$help)$(.$flag($($value)?))*,)*
        ];
    };
}

commands! {
rate:
    0 "rate-0" COMMAND_RATE_0 COMMAND_RATE_0_HELP;
    1 "rate-1" COMMAND_RATE_1 COMMAND_RATE_1_HELP;
    2 "rate-2" COMMAND_RATE_2 COMMAND_RATE_2_HELP;
    3 "rate-3" COMMAND_RATE_3 COMMAND_RATE_3_HELP;
    4 "rate-4" COMMAND_RATE_4 COMMAND_RATE_4_HELP;
others:
    NotApplicable "not-applicable" [Walk, Models] COMMAND_NOT_APPLICABLE COMMAND_NOT_APPLICABLE_HELP .footer(1);
    NotVerified "not-verified" [Walk, Models] COMMAND_NOT_VERIFIED COMMAND_NOT_VERIFIED_HELP .footer(2);
    ClearAnswer "clear-answer" [Walk] COMMAND_CLEAR_ANSWER COMMAND_CLEAR_ANSWER_HELP;
    AddEvidence "add-evidence" [Walk, Models] COMMAND_ADD_EVIDENCE COMMAND_ADD_EVIDENCE_HELP .footer(3);
    CiteEvidence "cite-evidence" [Walk] COMMAND_CITE_EVIDENCE COMMAND_CITE_EVIDENCE_HELP .footer(4);
    AddFinding "add-finding" [Walk] COMMAND_ADD_FINDING COMMAND_ADD_FINDING_HELP .footer(5);
    AddRecommendation "add-recommendation" [Walk] COMMAND_ADD_RECOMMENDATION COMMAND_ADD_RECOMMENDATION_HELP .footer(6);
    EditNote "edit-note" [Walk, Models] COMMAND_EDIT_NOTE COMMAND_EDIT_NOTE_HELP .footer(7);
    EditVisit "edit-visit" [Walk] COMMAND_EDIT_VISIT COMMAND_EDIT_VISIT_HELP;
    EditSelfScore "edit-self-score" [Walk] COMMAND_EDIT_SELF_SCORE COMMAND_EDIT_SELF_SCORE_HELP;
    NextUnanswered "next-unanswered" [Walk] COMMAND_NEXT_UNANSWERED COMMAND_NEXT_UNANSWERED_HELP .footer(8);
    NextItem "next-item" [Walk, Models] COMMAND_NEXT_ITEM COMMAND_NEXT_ITEM_HELP .required();
    PreviousItem "previous-item" [Walk, Models] COMMAND_PREVIOUS_ITEM COMMAND_PREVIOUS_ITEM_HELP .required();
    NextSection "next-section" [Walk, Rollup] COMMAND_NEXT_SECTION COMMAND_NEXT_SECTION_HELP;
    PreviousSection "previous-section" [Walk, Rollup] COMMAND_PREVIOUS_SECTION COMMAND_PREVIOUS_SECTION_HELP;
    OpenFlags "open-flags" [Walk, SignOff] COMMAND_OPEN_FLAGS COMMAND_OPEN_FLAGS_HELP .footer(12);
    AnswerFlag "answer-flag" [Flags] COMMAND_ANSWER_FLAG COMMAND_ANSWER_FLAG_HELP .required().footer(2);
    OpenFlagged "open-flagged" [Flags] COMMAND_OPEN_FLAGGED COMMAND_OPEN_FLAGGED_HELP .footer(1);
    ReadOn "read-on" [Flags, History] COMMAND_READ_ON COMMAND_READ_ON_HELP .footer(3);
    ReadBack "read-back" [Flags, History] COMMAND_READ_BACK COMMAND_READ_BACK_HELP;
    ShowLastTime "show-last-time" [Walk] COMMAND_SHOW_LAST_TIME COMMAND_SHOW_LAST_TIME_HELP .footer(13);
    ShowGuidance "show-guidance" [Walk] COMMAND_SHOW_GUIDANCE COMMAND_SHOW_GUIDANCE_HELP .footer(14);
    FocusRecords "focus-records" [Walk] COMMAND_FOCUS_RECORDS COMMAND_FOCUS_RECORDS_HELP .footer(9);
    EditRecord "edit-record" [Walk] COMMAND_EDIT_RECORD COMMAND_EDIT_RECORD_HELP;
    RemoveRecord "remove-record" [Walk] COMMAND_REMOVE_RECORD COMMAND_REMOVE_RECORD_HELP .danger();

    OpenInspection "open-inspection" [Queue] COMMAND_OPEN_INSPECTION COMMAND_OPEN_INSPECTION_HELP .required().footer(1);
    PlanRound "plan-round" [Queue] COMMAND_PLAN_ROUND COMMAND_PLAN_ROUND_HELP .footer(2);
    OpenUnit "open-unit" [Units] COMMAND_OPEN_UNIT COMMAND_OPEN_UNIT_HELP .required().footer(1);
    OpenUnitPage "open-unit-page" [Queue, Units, Walk] COMMAND_OPEN_UNIT_PAGE COMMAND_OPEN_UNIT_PAGE_HELP .footer(13);
    OpenSecondLook "open-second-look" [Queue, Walk, SignOff] COMMAND_OPEN_SECOND_LOOK COMMAND_OPEN_SECOND_LOOK_HELP .footer(15);
    OpenLookedAt "open-looked-at" [Second] COMMAND_OPEN_LOOKED_AT COMMAND_OPEN_LOOKED_AT_HELP .required().footer(1);
    OpenFirstLook "open-first-look" [Second] COMMAND_OPEN_FIRST_LOOK COMMAND_OPEN_FIRST_LOOK_HELP;
    DrawSecondLook "draw-second-look" [Second] COMMAND_DRAW_SECOND_LOOK COMMAND_DRAW_SECOND_LOOK_HELP .required().footer(2);
    OpenModels "open-models" [Walk, Unit] COMMAND_OPEN_MODELS COMMAND_OPEN_MODELS_HELP .footer(14);
    DrawModels "draw-models" [Models] COMMAND_DRAW_MODELS COMMAND_DRAW_MODELS_HELP .required().footer(1);
    ReplaceModel "replace-model" [Models] COMMAND_REPLACE_MODEL COMMAND_REPLACE_MODEL_HELP;
    ReplayDraw "replay-draw" [Models] COMMAND_REPLAY_DRAW COMMAND_REPLAY_DRAW_HELP .footer(9);
    OpenEntry "open-entry" [Unit] COMMAND_OPEN_ENTRY COMMAND_OPEN_ENTRY_HELP .required().footer(1);
    NextPart "next-part" [Unit] COMMAND_NEXT_PART COMMAND_NEXT_PART_HELP .required().footer(2);
    PreviousPart "previous-part" [Unit] COMMAND_PREVIOUS_PART COMMAND_PREVIOUS_PART_HELP;
    AddEntry "add-entry" [Unit] COMMAND_ADD_ENTRY COMMAND_ADD_ENTRY_HELP .footer(3);
    ImportModels "import-models" [Unit] COMMAND_IMPORT_MODELS COMMAND_IMPORT_MODELS_HELP;
    RemoveEntry "remove-entry" [Unit] COMMAND_REMOVE_ENTRY COMMAND_REMOVE_ENTRY_HELP .danger();
    NextColumn "next-column" [Unit] COMMAND_NEXT_COLUMN COMMAND_NEXT_COLUMN_HELP;
    PreviousColumn "previous-column" [Unit] COMMAND_PREVIOUS_COLUMN COMMAND_PREVIOUS_COLUMN_HELP;
    AddUnit "add-unit" [Units] COMMAND_ADD_UNIT COMMAND_ADD_UNIT_HELP;
    EditUnit "edit-unit" [Units, Unit] COMMAND_EDIT_UNIT COMMAND_EDIT_UNIT_HELP .footer(5);
    PlanUnit "plan-unit" [Units, Unit] COMMAND_PLAN_UNIT COMMAND_PLAN_UNIT_HELP .footer(2);
    Search "search" [Queue, Units, Findings, Preview] COMMAND_SEARCH COMMAND_SEARCH_HELP .footer(3);
    CycleFilter "cycle-filter" [Queue, Findings, History] COMMAND_CYCLE_FILTER COMMAND_CYCLE_FILTER_HELP .footer(4);
    ChooseFilter "choose-filter" [Queue, Findings] COMMAND_CHOOSE_FILTER COMMAND_CHOOSE_FILTER_HELP .footer(5);
    ClearFilter "clear-filter" [Queue, Findings] COMMAND_CLEAR_FILTER COMMAND_CLEAR_FILTER_HELP;
    ImportUnits "import-units" [Units] COMMAND_IMPORT_UNITS COMMAND_IMPORT_UNITS_HELP .footer(4);
    Expand "expand" [Units] COMMAND_EXPAND COMMAND_EXPAND_HELP;
    Collapse "collapse" [Units] COMMAND_COLLAPSE COMMAND_COLLAPSE_HELP;
    OpenReport "open-report" [Queue, Walk, SignOff, Findings, Rollup] COMMAND_OPEN_REPORT COMMAND_OPEN_REPORT_HELP .footer(10);
    Sign "sign" [Queue, Walk] COMMAND_SIGN COMMAND_SIGN_HELP .footer(11);
    ShowHistory "show-history" [Global, Settings] COMMAND_SHOW_HISTORY COMMAND_SHOW_HISTORY_HELP .footer(12);

    DeclareDone "declare-done" [Findings] COMMAND_DECLARE_DONE COMMAND_DECLARE_DONE_HELP .footer(2);
    VerifyDone "verify-done" [Findings] COMMAND_VERIFY_DONE COMMAND_VERIFY_DONE_HELP .footer(2);
    ReopenMatter "reopen-matter" [Findings] COMMAND_REOPEN_MATTER COMMAND_REOPEN_MATTER_HELP;
    WithdrawMatter "withdraw-matter" [Findings] COMMAND_WITHDRAW_MATTER COMMAND_WITHDRAW_MATTER_HELP;
    AcceptDelay "accept-delay" [Findings] COMMAND_ACCEPT_DELAY COMMAND_ACCEPT_DELAY_HELP;
    AddReply "add-reply" [Findings] COMMAND_ADD_REPLY COMMAND_ADD_REPLY_HELP;
    OpenLetter "open-letter" [Findings] COMMAND_OPEN_LETTER COMMAND_OPEN_LETTER_HELP .footer(11);
    ExportLetters "export-letters" [Findings] COMMAND_EXPORT_LETTERS COMMAND_EXPORT_LETTERS_HELP;
    OpenFinding "open-finding" [Findings] COMMAND_OPEN_FINDING COMMAND_OPEN_FINDING_HELP .required().footer(1);

    GoToHindrance "go-to-hindrance" [SignOff] COMMAND_GO_TO_HINDRANCE COMMAND_GO_TO_HINDRANCE_HELP .footer(1);
    SignInspection "sign-inspection" [SignOff] COMMAND_SIGN_INSPECTION COMMAND_SIGN_INSPECTION_HELP .danger().required().footer(2);
    ReopenInspection "reopen-inspection" [SignOff] COMMAND_REOPEN_INSPECTION COMMAND_REOPEN_INSPECTION_HELP .danger().footer(3);

    ExportDocument "export-document" [Preview, Findings] COMMAND_EXPORT_DOCUMENT COMMAND_EXPORT_DOCUMENT_HELP .required().footer(1);
    CopyDocument "copy-document" [Preview] COMMAND_COPY_DOCUMENT COMMAND_COPY_DOCUMENT_HELP .footer(2);
    NextDocument "next-document" [Preview] COMMAND_NEXT_DOCUMENT COMMAND_NEXT_DOCUMENT_HELP .footer(2);
    ScrollRight "scroll-right" [Preview] COMMAND_SCROLL_RIGHT COMMAND_SCROLL_RIGHT_HELP;
    ScrollLeft "scroll-left" [Preview] COMMAND_SCROLL_LEFT COMMAND_SCROLL_LEFT_HELP;
    PreviousDocument "previous-document" [Preview] COMMAND_PREVIOUS_DOCUMENT COMMAND_PREVIOUS_DOCUMENT_HELP .footer(3);

    OpenGroup "open-group" [Rollup] COMMAND_OPEN_GROUP COMMAND_OPEN_GROUP_HELP .required().footer(1);
    NextView "next-view" [Rollup] COMMAND_NEXT_VIEW COMMAND_NEXT_VIEW_HELP .required().footer(2);
    PreviousView "previous-view" [Rollup] COMMAND_PREVIOUS_VIEW COMMAND_PREVIOUS_VIEW_HELP;
    NextRound "next-round" [Rollup] COMMAND_NEXT_ROUND COMMAND_NEXT_ROUND_HELP .footer(3);
    PreviousRound "previous-round" [Rollup] COMMAND_PREVIOUS_ROUND COMMAND_PREVIOUS_ROUND_HELP .footer(4);

    MakeDocument "make-document" [Reports] COMMAND_MAKE_DOCUMENT COMMAND_MAKE_DOCUMENT_HELP .required().footer(1);
    NextMatch "next-match" [Preview] COMMAND_NEXT_MATCH COMMAND_NEXT_MATCH_HELP .footer(4);
    PreviousMatch "previous-match" [Preview] COMMAND_PREVIOUS_MATCH COMMAND_PREVIOUS_MATCH_HELP;

    NextField "next-field" [Form] COMMAND_NEXT_FIELD COMMAND_NEXT_FIELD_HELP .required().footer(1);
    PreviousField "previous-field" [Form] COMMAND_PREVIOUS_FIELD COMMAND_PREVIOUS_FIELD_HELP .required();
    NextChoice "next-choice" [Form] COMMAND_NEXT_CHOICE COMMAND_NEXT_CHOICE_HELP;
    PreviousChoice "previous-choice" [Form] COMMAND_PREVIOUS_CHOICE COMMAND_PREVIOUS_CHOICE_HELP;
    NewLine "new-line" [Form] COMMAND_NEW_LINE COMMAND_NEW_LINE_HELP;
    SaveForm "save-form" [Form] COMMAND_SAVE_FORM COMMAND_SAVE_FORM_HELP .required().footer(2);
    SaveAndNext "save-and-next" [Form] COMMAND_SAVE_AND_NEXT COMMAND_SAVE_AND_NEXT_HELP;
    CancelForm "cancel-form" [Form] COMMAND_CANCEL_FORM COMMAND_CANCEL_FORM_HELP .required().footer(3);
    AcceptSearch "accept-search" [Search] COMMAND_ACCEPT_SEARCH COMMAND_ACCEPT_SEARCH_HELP .required().footer(1);
    LeaveSearch "leave-search" [Search] COMMAND_LEAVE_SEARCH COMMAND_LEAVE_SEARCH_HELP .required().footer(2);
    DeleteWordBack "delete-word-back" [Form, Search, Palette, Help] COMMAND_DELETE_WORD_BACK COMMAND_DELETE_WORD_BACK_HELP;
    ClearField "clear-field" [Form, Search, Palette, Help] COMMAND_CLEAR_FIELD COMMAND_CLEAR_FIELD_HELP;
    UndoTyping "undo-typing" [Form, Search, Palette, Help] COMMAND_UNDO_TYPING COMMAND_UNDO_TYPING_HELP;
    RedoTyping "redo-typing" [Form, Search, Palette, Help] COMMAND_REDO_TYPING COMMAND_REDO_TYPING_HELP;

    SelectAll "select-all" [Form, Search, Palette, Help] COMMAND_SELECT_ALL COMMAND_SELECT_ALL_HELP;
    Copy "copy" [Form, Search, Palette, Help] COMMAND_COPY COMMAND_COPY_HELP;
    Cut "cut" [Form, Search, Palette, Help] COMMAND_CUT COMMAND_CUT_HELP;
    Paste "paste" [Form, Search, Palette, Help] COMMAND_PASTE COMMAND_PASTE_HELP;
    EditOutside "edit-outside" [Form] COMMAND_EDIT_OUTSIDE COMMAND_EDIT_OUTSIDE_HELP;

    RunCommand "run-command" [Palette] COMMAND_RUN_COMMAND COMMAND_RUN_COMMAND_HELP .required().footer(1);
    LeavePalette "leave-palette" [Palette] COMMAND_LEAVE_PALETTE COMMAND_LEAVE_PALETTE_HELP .required().footer(2);
    LeaveHelp "leave-help" [Help] COMMAND_LEAVE_HELP COMMAND_LEAVE_HELP_HELP .required().footer(1);
    Confirm "confirm" [Dialog] COMMAND_CONFIRM COMMAND_CONFIRM_HELP .required().footer(1);
    Refuse "refuse" [Dialog] COMMAND_REFUSE COMMAND_REFUSE_HELP .required().footer(2);

    MoveUp "move-up" [Global, Search, Dialog, Palette, Help] COMMAND_MOVE_UP COMMAND_MOVE_UP_HELP .required();
    MoveDown "move-down" [Global, Search, Dialog, Palette, Help] COMMAND_MOVE_DOWN COMMAND_MOVE_DOWN_HELP .required();
    PageUp "page-up" [Global, Dialog, Palette, Help] COMMAND_PAGE_UP COMMAND_PAGE_UP_HELP;
    PageDown "page-down" [Global, Dialog, Palette, Help] COMMAND_PAGE_DOWN COMMAND_PAGE_DOWN_HELP;
    GoFirst "go-first" [Global] COMMAND_GO_FIRST COMMAND_GO_FIRST_HELP;
    GoLast "go-last" [Global] COMMAND_GO_LAST COMMAND_GO_LAST_HELP;
    GoQueue "go-queue" [Global] COMMAND_GO_QUEUE COMMAND_GO_QUEUE_HELP .required();
    GoUnits "go-units" [Global] COMMAND_GO_UNITS COMMAND_GO_UNITS_HELP;
    GoFindings "go-findings" [Global] COMMAND_GO_FINDINGS COMMAND_GO_FINDINGS_HELP;
    GoReports "go-reports" [Global] COMMAND_GO_REPORTS COMMAND_GO_REPORTS_HELP;
    GoRollup "go-rollup" [Global] COMMAND_GO_ROLLUP COMMAND_GO_ROLLUP_HELP;
    Back "back" [Global] COMMAND_BACK COMMAND_BACK_HELP .required().footer(90);
    Undo "undo" [Global] COMMAND_UNDO COMMAND_UNDO_HELP .required();
    Redo "redo" [Global] COMMAND_REDO COMMAND_REDO_HELP;
    BackUp "back-up" [Global] COMMAND_BACK_UP COMMAND_BACK_UP_HELP;
    OpenSettings "open-settings" [Global] COMMAND_OPEN_SETTINGS COMMAND_OPEN_SETTINGS_HELP;
    SwitchLanguage "switch-language" [Global] COMMAND_SWITCH_LANGUAGE COMMAND_SWITCH_LANGUAGE_HELP .everywhere();
    SwitchInput "switch-input" [Global] COMMAND_SWITCH_INPUT COMMAND_SWITCH_INPUT_HELP .everywhere();
    OpenPalette "open-palette" [Global] COMMAND_OPEN_PALETTE COMMAND_OPEN_PALETTE_HELP .footer(92);
    Help "help" [Global] COMMAND_HELP COMMAND_HELP_HELP .required().everywhere().footer(91);
    CancelWork "cancel-work" [Global] COMMAND_CANCEL_WORK COMMAND_CANCEL_WORK_HELP;
    Suspend "suspend" [Global] COMMAND_SUSPEND COMMAND_SUSPEND_HELP .everywhere();
    Quit "quit" [Global] COMMAND_QUIT COMMAND_QUIT_HELP .required().everywhere();
}

impl Command {
    /// Its row of the table. A level above 4 has the row of 4.
    ///
    /// # Panics
    /// Never: the table and the enum are made from the same lines.
    #[must_use]
    pub fn row(self) -> &'static Row {
        let wanted = match self {
            Self::Rate(level) => Self::Rate(level.min(4)),
            other => other,
        };
        TABLE.iter().find(|row| row.command == wanted).expect("the macro makes a row for every command")
    }

    /// Its name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// A word or two for footers.
    #[must_use]
    pub fn label(self) -> i18n::Key {
        self.row().label
    }

    /// The command of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.command)
    }

    /// Whether it can be bound in `context`.
    #[must_use]
    pub fn belongs_to(self, context: Context) -> bool {
        self.row().contexts.contains(&context)
    }
}

/// The commands of a context alone, in the order of the table.
pub fn of_context(context: Context) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.contexts.contains(&context))
}

/// The commands a context's footer shows when its screen says nothing else, the most important first.
#[must_use]
pub fn footer(context: Context) -> Vec<Command> {
    let mut shown: Vec<&Row> = TABLE
        .iter()
        .filter(|row| row.footer > 0 && context.layers().iter().any(|layer| counts(row.command, context, *layer)))
        .collect();
    shown.sort_by_key(|row| row.footer);
    shown.into_iter().map(|row| row.command).collect()
}

/// Whether `command`, bound in `layer`, counts in `context`.
#[must_use]
pub fn counts(command: Command, context: Context, layer: Context) -> bool {
    command.belongs_to(layer) && (layer != Context::Global || !context.is_closed() || command.row().everywhere)
}
