use std::fmt;

/// A line and a column, both counted from 1; the column counts characters, not bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.line, self.column)
    }
}

/// One source file: its name as shown in messages, and its whole text.
#[derive(Clone, Debug)]
pub struct SourceFile {
    pub name: String,
    pub text: String,
}

impl SourceFile {
    pub fn new(name: &str, text: &str) -> Self {
        SourceFile {
            name: name.to_string(),
            text: text.to_string(),
        }
    }

    /// Where the byte at `offset` lies. An offset past the end gives the end of the text.
    pub fn position(&self, offset: usize) -> Position {
        let mut line = 1;
        let mut column = 1;
        for (index, character) in self.text.char_indices() {
            if index >= offset {
                break;
            }
            if character == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: usize) -> String {
        SourceFile::new("a", text).position(offset).to_string()
    }

    #[test]
    fn positions_count_from_one() {
        assert_eq!(at("ab\ncd", 0), "1:1");
        assert_eq!(at("ab\ncd", 1), "1:2");
        assert_eq!(at("ab\ncd", 2), "1:3");
        assert_eq!(at("ab\ncd", 3), "2:1");
        assert_eq!(at("ab\ncd", 4), "2:2");
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(at("\u{e9}\u{e9}x", 4), "1:3");
        assert_eq!(at("a\n\u{e9}x", 4), "2:2");
    }

    #[test]
    fn the_end_is_a_position() {
        assert_eq!(at("ab\n", 3), "2:1");
        assert_eq!(at("ab", 99), "1:3");
        assert_eq!(at("", 0), "1:1");
    }
}
