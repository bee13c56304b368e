use vole_identity::Name;

/// The names that are known so far, each with its place.
#[derive(Default)]
pub struct Scope {
    entries: Vec<(Name, usize)>,
}

impl Scope {
    /// Adds a name; a later one of the same name hides it.
    pub fn declare(&mut self, name: Name) {
        self.entries.push((name, self.entries.len()));
    }

    /// The place of a name. Never inlined, so that profiles name it.
    #[inline(never)]
    pub fn lookup(&self, name: &Name) -> Option<usize> {
        self.entries
            .iter()
            .rev()
            .find(|(known, _)| known.text().chars().eq(name.text().chars()))
            .map(|(_, place)| *place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_later_one_hides_the_earlier() {
        let mut scope = Scope::default();
        for name in ["a", "b", "a"] {
            scope.declare(Name::new(name));
        }
        assert_eq!(
            (scope.lookup(&Name::new("a")), scope.lookup(&Name::new("c"))),
            (Some(2), None)
        );
    }
}
