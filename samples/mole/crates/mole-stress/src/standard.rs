//! Tests that work with the standard library: sorting, maps and strings.

use crate::calc::MODULUS;
use crate::random::Random;
use crate::text::Text;
use crate::world::World;

pub fn write_standard_tests(world: &World, random: &mut Random, text: &mut Text) {
    let first = random.below(KINDS.len());
    for number in 0..world.profile.standard_tests {
        let (write, scale) = KINDS[(first + number) % KINDS.len()];
        let size = world.profile.standard_size * scale / 100 + random.between(0, 9);
        write(&Numbers::new(random, size), number, text);
        text.line("");
    }
}

type Writer = fn(&Numbers, usize, &mut Text);

/// The kinds of tests, each with the size of its data in percent of the profile's.
const KINDS: [(Writer, i64); 4] = [(sorting, 300), (counting, 140), (joining, 100), (hashing, 100)];

/// A sequence of pseudo-random numbers that a mole program makes, too.
struct Numbers {
    start: i64,
    factor: i64,
    size: i64,
}

impl Numbers {
    fn new(random: &mut Random, size: i64) -> Self {
        Numbers {
            start: random.between(1, 99_999),
            factor: random.between(100, 9_999),
            size,
        }
    }

    fn values(&self) -> Vec<i64> {
        let mut value = self.start;
        let mut values = Vec::new();
        for _ in 0..self.size {
            value = (value * self.factor + 17) % MODULUS;
            values.push(value);
        }
        values
    }

    fn write(&self, text: &mut Text) {
        text.line("let numbers: [int] = [];");
        text.line(&format!("var number = {};", self.start));
        text.block(&format!("for index in 0..{}", self.size), |text| {
            text.line(&format!("number = (number * {} + 17) % {MODULUS};", self.factor));
            text.line("push(numbers, number);");
        });
    }
}

fn sorting(numbers: &Numbers, number: usize, text: &mut Text) {
    let mut sorted = numbers.values();
    sorted.sort_unstable();
    let expected = sorted.iter().enumerate().fold(0, |sum, (index, value)| {
        (sum + index as i64 * value) % MODULUS
    });
    text.block(&format!("test \"sorting {number}\""), |text| {
        numbers.write(text);
        text.line("let sorted = sort(numbers);");
        text.line("var weighted = 0;");
        text.block("for index in range(0, len(sorted))", |text| {
            text.line(&format!("weighted = (weighted + index * sorted[index]) % {MODULUS};"));
        });
        text.line(&format!("assert weighted == {expected};"));
        text.line("let backwards = sort_by(slice(numbers, 0, 12), fn(left: int, right: int) -> bool {");
        text.line("    return left > right;");
        text.line("});");
        text.line("assert backwards[0] >= backwards[11];");
    });
}

fn counting(numbers: &Numbers, number: usize, text: &mut Text) {
    text.block(&format!("test \"counting {number}\""), |text| {
        numbers.write(text);
        text.line("let counts: map<string, int> = map {};");
        text.line("let last: map<int, int> = map {};");
        text.block("for item in numbers", |text| {
            text.line(&format!("let key = \"bucket \" + str(item % {});", numbers.size / 2));
            text.line("put(counts, key, get(counts, key, 0) + 1);");
            text.line(&format!("last[item % {}] = item;", numbers.size));
        });
        text.line(&format!("assert sum(values(counts)) == {};", numbers.size));
        text.line("assert all(keys(counts), fn(key: string) -> bool { return has(counts, key); });");
        text.line("assert all(keys(last), fn(key: int) -> bool {");
        text.line(&format!("    return last[key] % {} == key;", numbers.size));
        text.line("});");
        text.line("print(join(slice(keys(last), 0, 8), \" \"));");
    });
}

fn joining(numbers: &Numbers, number: usize, text: &mut Text) {
    let expected: i64 = numbers.values().iter().sum();
    text.block(&format!("test \"joining {number}\""), |text| {
        numbers.write(text);
        text.line("let line = join(numbers, \", \");");
        text.line("let parts = split(line, \", \");");
        text.line("let parsed = map_array(parts, fn(part: string) -> int { return parse_int(part); });");
        text.line(&format!("assert sum(parsed) == {expected};"));
        text.line("let renamed = replace(line, \", \", \"; \");");
        text.line("assert index_of(renamed, \",\") == -1;");
        text.line("assert length(renamed) == length(line);");
        text.line("assert substring(line, 0, length(parts[0])) == parts[0];");
    });
}

fn hashing(numbers: &Numbers, number: usize, text: &mut Text) {
    let joined: Vec<String> = numbers.values().iter().map(|value| value.to_string()).collect();
    let expected = joined.join(".").bytes().fold(7, |hash, byte| {
        (hash * 31 + i64::from(byte)) % MODULUS
    });
    text.block(&format!("test \"hashing {number}\""), |text| {
        numbers.write(text);
        text.line("let line = join(numbers, \".\");");
        text.line("var hash = 7;");
        text.line("let end = length(line);");
        text.block("for place in 0..end", |text| {
            text.line(&format!("hash = (hash * 31 + code_at(line, place)) % {MODULUS};"));
        });
        text.line(&format!("assert hash == {expected};"));
        text.line("let title = \"caf\u{e9} \" + line;");
        text.line("print(code_at(title, 3));");
        text.line("assert upper(char_at(line, 0)) == substring(line, 0, 1);");
    });
}
