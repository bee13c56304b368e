use crate::types::{same_type, Type};
use mole_identity::QualifiedName;

/// The sets of type arguments with which generic functions are used.
#[derive(Clone, Debug, Default)]
pub struct Instances {
    known: Vec<(QualifiedName, Vec<Type>)>,
    next: usize,
}

impl Instances {
    /// Notes a use; a set of arguments that is known already is not noted again.
    pub fn require(&mut self, function: QualifiedName, arguments: Vec<Type>) {
        if !self.contains(function, &arguments) {
            self.known.push((function, arguments));
        }
    }

    pub fn contains(&self, function: QualifiedName, arguments: &[Type]) -> bool {
        for (known, types) in &self.known {
            if known.module != function.module || known.name != function.name {
                continue;
            }
            if types.len() == arguments.len()
                && types.iter().zip(arguments).all(|(left, right)| same_type(left, right))
            {
                return true;
            }
        }
        false
    }

    /// The next instance that nobody has taken yet.
    pub fn take_next(&mut self) -> Option<(QualifiedName, Vec<Type>)> {
        let instance = self.known.get(self.next).cloned();
        if instance.is_some() {
            self.next += 1;
        }
        instance
    }

    pub fn len(&self) -> usize {
        self.known.len()
    }

    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use mole_identity::NameId;

    #[test]
    fn an_instance_is_taken_once() {
        let function = QualifiedName::new(NameId(1), NameId(2));
        let mut instances = Instances::default();
        instances.require(function, vec![Type::Int]);
        instances.require(function, vec![Type::Int]);
        instances.require(function, vec![Type::Bool]);
        assert_eq!(instances.len(), 2);
        assert!(instances.take_next().is_some());
        assert!(instances.take_next().is_some());
        assert!(instances.take_next().is_none());
    }

    #[test]
    fn functions_of_two_modules_are_kept_apart() {
        let mut instances = Instances::default();
        instances.require(QualifiedName::new(NameId(1), NameId(2)), vec![Type::Int]);
        assert!(!instances.contains(QualifiedName::new(NameId(3), NameId(2)), &[Type::Int]));
    }
}
