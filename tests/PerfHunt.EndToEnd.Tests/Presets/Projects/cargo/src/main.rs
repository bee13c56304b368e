fn main() {
    let limit = std::env::args().nth(1).map_or(100, |text| text.parse().expect("a number"));
    let longest = (1..limit).map(|start| (collatz::steps(start), start)).max().expect("at least one number");
    println!("{} steps from {}", longest.0, longest.1);
}
