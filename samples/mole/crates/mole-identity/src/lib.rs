//! Names, source texts, positions and diagnostics: what every stage of the toolchain shares.

mod diagnostic;
mod interner;
mod name;
mod source;

pub use diagnostic::Diagnostic;
pub use interner::Interner;
pub use name::{NameId, QualifiedName};
pub use source::{Position, SourceFile};
