use crate::profile::Profile;

pub const USAGE: &str = "mole-stress: writes large mole programs for benchmarks

  --seed S                 a number; the same seed gives the same program
  --profile P              full, many-modules, wide-types, generics-heavy or stdlib-heavy
  --layers L               how many layers of modules, each importing from the one below
  --modules-per-layer M    how many modules a layer has
  --output DIR             where to write
  --name NAME              the folder in DIR
";

pub struct Options {
    pub seed: u64,
    pub profile: Profile,
    pub layers: usize,
    pub modules_per_layer: usize,
    pub output: String,
    pub name: String,
}

impl Options {
    pub fn parse(arguments: &[String]) -> Result<Options, String> {
        let value = |flag: &str| -> Result<&String, String> {
            let place = arguments.iter().position(|argument| argument == flag);
            place
                .and_then(|place| arguments.get(place + 1))
                .ok_or_else(|| format!("{flag} is missing; see --help"))
        };
        let count = |flag: &str| -> Result<usize, String> {
            let text = value(flag)?;
            match text.parse() {
                Ok(number) if number > 0 => Ok(number),
                _ => Err(format!("{flag} needs a whole number above 0, not {text}")),
            }
        };
        let seed = value("--seed")?;
        Ok(Options {
            seed: seed
                .parse()
                .map_err(|_| format!("--seed needs a whole number, not {seed}"))?,
            profile: Profile::named(value("--profile")?)?,
            layers: count("--layers")?,
            modules_per_layer: count("--modules-per-layer")?,
            output: value("--output")?.clone(),
            name: value("--name")?.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        let words: Vec<String> = line.split(' ').map(str::to_string).collect();
        Options::parse(&words)
    }

    const GOOD: &str =
        "--seed 7 --profile full --layers 2 --modules-per-layer 3 --output /tmp/x --name n";

    #[test]
    fn options_are_found_by_their_flags() {
        let options = parse(GOOD).expect("good options");
        assert_eq!((options.seed, options.layers, options.modules_per_layer), (7, 2, 3));
    }

    #[test]
    fn a_missing_or_wrong_option_is_named() {
        assert!(parse("--seed 7").err().unwrap_or_default().contains("--profile"));
        let wrong = GOOD.replace("--layers 2", "--layers none");
        assert!(parse(&wrong).err().unwrap_or_default().contains("--layers"));
        let wrong = GOOD.replace("full", "fool");
        assert!(parse(&wrong).err().unwrap_or_default().contains("fool"));
    }
}
