//! Values, the virtual machine, and the native part of the standard library.

mod compare;
mod error;
mod map_value;
mod natives;
mod record_value;
mod show;
mod value;
mod vm;

/// The standard library's own source. Functions without a body are native.
pub const STANDARD_SOURCE: &str = include_str!("std.mole");

/// The name of the standard library's module.
pub const STANDARD_NAME: &str = "std";

pub use compare::{compare_values, equal_values};
pub use error::RuntimeError;
pub use map_value::MapValue;
pub use record_value::RecordValue;
pub use show::show_value;
pub use value::{Closure, Value};
pub use vm::Vm;
