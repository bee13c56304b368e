use crate::Value;

/// A record: its name and its fields in the order of declaration.
#[derive(Clone, Debug)]
pub struct RecordValue {
    pub name: String,
    pub fields: Vec<(String, Value)>,
}

impl RecordValue {
    pub fn get(&self, field: &str) -> Option<&Value> {
        for (name, value) in &self.fields {
            if name == field {
                return Some(value);
            }
        }
        None
    }

    /// Changes a field; false when there is none of that name.
    pub fn set(&mut self, field: &str, new_value: Value) -> bool {
        for (name, value) in &mut self.fields {
            if name == field {
                *value = new_value;
                return true;
            }
        }
        false
    }
}
