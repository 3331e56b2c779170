//! From key presses to commands: keys, contexts, the table of commands, keymap files and their checks, help. Pure.
//!
//! It does not do what a command asks for, and it does not edit text: keys that a field keeps to itself never come here as commands.

pub mod check;
pub mod choice;
pub mod command;
pub mod context;
mod entry;
pub mod help;
pub mod key;
pub mod load;
mod shipped;

use crate::{
    domain::look::{KeymapName, Signs},
    i18n,
    intake::Mistake,
};
use command::Command;
use context::Context;
use key::Key;

/// A command bound to a key, or to keys pressed one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Binding {
    context: Context,
    keys: Vec<Key>,
    command: Command,
}

impl Binding {
    /// Whether it counts in `context`, one of whose layers is its own.
    fn counts_in(&self, context: Context) -> bool {
        let stray = context.is_closed() && self.context == Context::Global;
        let swallowed = |key: &Key| context.is_text() && key.belongs_to_field() || stray && key.printable().is_some();
        !self.keys.iter().any(swallowed) && command::counts(self.command, context, self.context)
    }

    /// Whether pressing the keys of one gives the other, or begins it.
    fn clashes_with(&self, other: &Self) -> bool {
        self.keys.starts_with(&other.keys) || other.keys.starts_with(&self.keys)
    }
}

/// What the keys pressed so far ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// A command.
    Command(Command),
    /// Nothing yet: what could follow.
    Prefix(Vec<Hint>),
    /// Nothing; the keys pressed so far are to be forgotten.
    None,
}

/// A key as screens write it, and the short name of what it does.
pub type Hint = (String, i18n::Key);

/// All bindings, in the order of their files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Binding>,
    /// How keys without a letter are named.
    signs: Signs,
}

impl Keymap {
    /// The shipped map of that name; `tests/keymaps.rs` loads each as a person's file is loaded, with every check.
    #[must_use]
    pub fn shipped(name: KeymapName) -> Self {
        load::shipped(name)
    }

    /// The shipped map for those who ask for no other.
    #[must_use]
    pub fn default_map() -> Self {
        Self::shipped(KeymapName::Default)
    }

    /// A user's file over the shipped map that its `base` names, else over the default one: what it names is replaced, an empty
    /// list unbinds.
    ///
    /// # Errors
    /// All mistakes of the file, in the order of their places.
    pub fn load(text: &str) -> Result<Self, Vec<Mistake>> {
        Self::over(load::base(text).unwrap_or_default(), text)
    }

    /// A user's file over a shipped map, whatever its own `base` says.
    ///
    /// # Errors
    /// All mistakes of the file, in the order of their places.
    pub fn over(base: KeymapName, text: &str) -> Result<Self, Vec<Mistake>> {
        load::over(Some(base), text)
    }

    /// The same map, which names the arrows in words where a font has no signs for them: `Left`, not `<`, which is a key of its own.
    #[must_use]
    pub fn named_in(self, signs: Signs) -> Self {
        Self { signs, ..self }
    }

    /// Keys pressed one after the other, as screens write them: `Ctrl+S`, `z q`, `→`, or `Right`.
    #[must_use]
    pub fn label(&self, keys: &[Key]) -> String {
        let label = label(keys);
        if self.signs == Signs::Unicode {
            return label;
        }
        let words = [("↑", "Up"), ("↓", "Down"), ("←", "Left"), ("→", "Right")];
        words.into_iter().fold(label, |label, (sign, word)| label.replace(sign, word))
    }

    /// What `pressed` – the key just pressed, after those that were a prefix – asks for in `context`.
    ///
    /// The context's own bindings come before the global ones. Outside of text a key that means nothing is looked up once more as
    /// the key that was struck before an input method changed it. In text, keys of the field are never looked up; a large letter with
    /// Alt means the small one everywhere.
    #[must_use]
    pub fn lookup(&self, context: Context, pressed: &[Key]) -> Lookup {
        let found = self.exact(context, pressed);
        if found != Lookup::None {
            return found;
        }
        let fold = |key: &Key| key.folded().filter(|_| key.alt || !context.is_text()).unwrap_or(*key);
        let folded: Vec<Key> = pressed.iter().map(fold).collect();
        if folded == pressed { Lookup::None } else { self.exact(context, &folded) }
    }

    fn exact(&self, context: Context, pressed: &[Key]) -> Lookup {
        if pressed.is_empty() {
            return Lookup::None;
        }
        let mut following = Vec::new();
        for layer in context.layers() {
            let begun: Vec<&Binding> = self.active(context, *layer).filter(|b| b.keys.starts_with(pressed)).collect();
            if let Some(binding) = begun.iter().find(|b| b.keys.len() == pressed.len() && following.is_empty()) {
                return Lookup::Command(binding.command);
            }
            // What another layer hides cannot follow.
            let longer = begun.iter().filter(|b| b.keys.len() > pressed.len() && self.gives(context, b));
            following.extend(longer.map(|b| (self.label(&b.keys[pressed.len()..]), b.command.label())));
        }
        if following.is_empty() { Lookup::None } else { Lookup::Prefix(following) }
    }

    /// Whether pressing the keys of `binding` asks for its command in `context`: nothing above it takes them, or a part of them.
    fn gives(&self, context: Context, binding: &Binding) -> bool {
        let mut layers = context.layers().iter().take_while(|layer| **layer != binding.context);
        // The cheap question first: hints are asked for at every frame.
        let clashes = |above: &&Binding| above.clashes_with(binding);
        !layers.any(|layer| {
            let mut above = self.bindings.iter().filter(|above| above.context == *layer).filter(clashes);
            above.any(|above| above.counts_in(context))
        })
    }

    /// The bindings of `layer` that count in `context`.
    fn active(&self, context: Context, layer: Context) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |b| b.context == layer && b.counts_in(context))
    }

    /// The keys that give `command` in `context`, the first one of the file first; those hidden by another binding are left out.
    #[must_use]
    pub fn keys_of(&self, context: Context, command: Command) -> Vec<&[Key]> {
        self.giving(context, command).collect()
    }

    fn giving(&self, context: Context, command: Command) -> impl Iterator<Item = &[Key]> {
        let of_layer =
            move |layer: Context| self.bindings.iter().filter(move |b| b.command == command && b.context == layer);
        let bound = context.layers().iter().flat_map(move |layer| of_layer(*layer));
        bound.filter(move |b| b.counts_in(context) && self.gives(context, b)).map(|b| b.keys.as_slice())
    }

    /// The first key of each command with its short name, for a footer; commands that have no key in `context` are left out.
    #[must_use]
    pub fn hints(&self, context: Context, commands: &[Command]) -> Vec<Hint> {
        let first = |command: &Command| self.giving(context, *command).next().map(|keys| self.label(keys));
        commands.iter().filter_map(|command| Some((first(command)?, command.label()))).collect()
    }
}

/// Keys pressed one after the other, as screens write them: `Ctrl+S`, `z q`.
#[must_use]
pub fn label(keys: &[Key]) -> String {
    keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ")
}
