@testable import EnlaceModel

/// A repeatable generator (SplitMix64), so that a failing seed can be run again.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }

    /// Changes, inserts, removes or doubles a few bytes.
    mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...Int.random(in: 0..<3, using: &self) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &self)
            switch next() % 4 {
            case 0: bytes[index] = byte()
            case 1: bytes.insert(byte(), at: index)
            case 2: bytes.remove(at: index)
            default:
                let run = bytes[index..<min(bytes.count, index + 16)]
                bytes.insert(contentsOf: run, at: index)
            }
        }
        return bytes
    }
}
