use crate::{equal_values, Value};

/// A map that remembers the order in which its keys were first put.
#[derive(Clone, Debug, Default)]
pub struct MapValue {
    entries: Vec<(Value, Value)>,
}

impl MapValue {
    pub fn get(&self, key: &Value) -> Option<&Value> {
        self.position(key).map(|index| &self.entries[index].1)
    }

    /// Puts a value; an existing key keeps its place in the order.
    pub fn put(&mut self, key: Value, value: Value) {
        match self.position(&key) {
            Some(index) => self.entries[index].1 = value,
            None => self.entries.push((key, value)),
        }
    }

    pub fn remove(&mut self, key: &Value) -> bool {
        match self.position(key) {
            Some(index) => {
                self.entries.remove(index);
                true
            }
            None => false,
        }
    }

    pub fn entries(&self) -> &[(Value, Value)] {
        &self.entries
    }

    fn position(&self, key: &Value) -> Option<usize> {
        self.entries
            .iter()
            .position(|(known, _)| equal_values(known, key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_kept_once() {
        let mut map = MapValue::default();
        map.put(Value::text("a"), Value::Int(1));
        map.put(Value::text("a"), Value::Int(2));
        assert_eq!(map.entries().len(), 1);
        assert!(matches!(map.get(&Value::text("a")), Some(Value::Int(2))));
    }

    #[test]
    fn removing_says_whether_the_key_was_there() {
        let mut map = MapValue::default();
        map.put(Value::Int(1), Value::Unit);
        map.put(Value::Int(2), Value::Unit);
        map.put(Value::Int(3), Value::Unit);
        assert!(map.remove(&Value::Int(1)));
        assert!(!map.remove(&Value::Int(1)));
        assert!(map.get(&Value::Int(3)).is_some());
        assert_eq!(map.entries().len(), 2);
    }
}
