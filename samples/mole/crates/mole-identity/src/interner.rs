use crate::NameId;

/// Gives every distinct text one id, counted from 0 in the order of first appearance.
#[derive(Clone, Debug, Default)]
pub struct Interner {
    names: Vec<Name>,
}

/// A known text with its hash: hashes tell most texts apart without looking at the letters.
#[derive(Clone, Debug)]
struct Name {
    hash: u64,
    text: String,
}

impl Interner {
    pub fn new() -> Self {
        Interner::default()
    }

    /// The id of `text`, which is added when it has not been seen before.
    pub fn intern(&mut self, text: &str) -> NameId {
        let hash = hash_of(text);
        for (index, name) in self.names.iter().enumerate() {
            if name.hash == hash && name.text == text {
                return NameId(index as u32);
            }
        }
        self.names.push(Name {
            hash,
            text: text.to_string(),
        });
        NameId((self.names.len() - 1) as u32)
    }

    /// The text of a name. Panics when the id comes from another interner.
    pub fn text(&self, id: NameId) -> &str {
        &self.names[id.0 as usize].text
    }

    /// How many distinct names there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

/// The FNV-1a hash.
fn hash_of(text: &str) -> u64 {
    text.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_has_the_same_id() {
        let mut interner = Interner::new();
        let first = interner.intern("alpha");
        let second = interner.intern("beta");
        assert_eq!(interner.intern("alpha"), first);
        assert_ne!(first, second);
        assert_eq!(interner.len(), 2);
    }

    #[test]
    fn ids_count_up_in_order_of_appearance() {
        let mut interner = Interner::new();
        assert!(interner.is_empty());
        for (index, text) in ["a", "b", "", "aa"].iter().enumerate() {
            assert_eq!(interner.intern(text), NameId(index as u32));
        }
        assert_eq!(interner.text(NameId(3)), "aa");
    }
}
