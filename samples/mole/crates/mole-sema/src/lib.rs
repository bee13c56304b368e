//! Gives every name a meaning and every expression a type.

mod check;
mod declare;
mod generics;
mod instances;
mod library;
mod order;
mod resolution;
mod resolve;
mod returns;
mod scope;
mod types;

pub use check::check_program;
pub use declare::declare_modules;
pub use generics::{bind, substitute, Substitution};
pub use instances::Instances;
pub use library::{Library, RecordInfo, Signature};
pub use order::order_modules;
pub use resolution::{CheckedModule, CheckedProgram, Resolution};
pub use scope::{Scopes, Variable};
pub use types::{same_type, show_type, RecordType, Type};
