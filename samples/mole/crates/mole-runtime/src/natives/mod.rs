//! The native functions of the standard library, by name.

mod arrays;
mod maps;
mod numbers;
mod strings;

use crate::Value;

/// Gets the arguments and the text printed so far.
pub type Native = fn(&[Value], &mut String) -> Result<Value, String>;

const NATIVES: [(&str, Native); 35] = [
    ("len", arrays::len),
    ("push", arrays::push),
    ("pop", arrays::pop),
    ("slice", arrays::slice),
    ("concat", arrays::concat),
    ("contains", arrays::contains),
    ("position_of", arrays::position_of),
    ("sort", arrays::sort),
    ("reverse", arrays::reverse),
    ("range", arrays::range),
    ("length", strings::length),
    ("char_at", strings::char_at),
    ("code_at", strings::code_at),
    ("substring", strings::substring),
    ("index_of", strings::index_of),
    ("starts_with", strings::starts_with),
    ("split", strings::split),
    ("join", strings::join),
    ("upper", strings::upper),
    ("lower", strings::lower),
    ("trim", strings::trim),
    ("replace", strings::replace),
    ("repeat", strings::repeat),
    ("str", strings::str),
    ("parse_int", strings::parse_int),
    ("print", strings::print),
    ("get", maps::get),
    ("put", maps::put),
    ("has", maps::has),
    ("remove", maps::remove),
    ("keys", maps::keys),
    ("values", maps::values),
    ("size", maps::size),
    ("abs", numbers::abs),
    ("power", numbers::power),
];

pub fn find_native(name: &str) -> Option<Native> {
    for (known, native) in &NATIVES {
        if *known == name {
            return Some(*native);
        }
    }
    None
}

/// What a native says when the checker let a wrong value through.
fn mismatch(native: &str) -> String {
    format!("{native} got a value of the wrong type")
}
