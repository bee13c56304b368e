/// A value that code can push.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    Integer(i64),
    Text(String),
}

/// The constants of a program; equal ones are kept once.
#[derive(Clone, Debug, Default)]
pub struct ConstantPool {
    constants: Vec<Constant>,
}

impl ConstantPool {
    /// The index of the constant, which is added when it is new.
    pub fn add(&mut self, constant: Constant) -> u32 {
        for (index, known) in self.constants.iter().enumerate() {
            if *known == constant {
                return index as u32;
            }
        }
        self.constants.push(constant);
        (self.constants.len() - 1) as u32
    }

    pub fn get(&self, index: u32) -> &Constant {
        &self.constants[index as usize]
    }

    pub fn into_constants(self) -> Vec<Constant> {
        self.constants
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_constants_share_an_index() {
        let mut pool = ConstantPool::default();
        let one = pool.add(Constant::Integer(1));
        let text = pool.add(Constant::Text("1".to_string()));
        assert_ne!(one, text);
        assert_eq!(pool.add(Constant::Integer(1)), one);
        assert_eq!(pool.add(Constant::Text("1".to_string())), text);
        assert_eq!(pool.into_constants().len(), 2);
    }
}
