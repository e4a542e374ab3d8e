import EnlaceModel
import Testing

@testable import EnlaceCommands

@Suite("Fingerprints as people read them to each other")
struct FingerprintTests {
    private let bytes: [UInt8] = (0..<32).map { UInt8($0) }

    @Test("are groups of four digits")
    func groups() {
        let grouped = Fingerprint(bytes).grouped
        #expect(grouped.hasPrefix("0001 0203 0405"))
        #expect(grouped.split(separator: " ").count == 16)
    }

    @Test("are the same however they were typed")
    func typed() {
        let fingerprint = Fingerprint(bytes)
        let typed = fingerprint.grouped.uppercased().split(separator: " ").joined(separator: ":")
        #expect(Fingerprint.normalised(typed) == fingerprint.hex)
        #expect(Fingerprint.normalised(fingerprint.grouped + "\n") == fingerprint.hex)
    }

    @Test("differ when one digit does")
    func different() {
        var other = bytes
        other[31] ^= 1
        #expect(Fingerprint.normalised(Fingerprint(other).grouped) != Fingerprint(bytes).hex)
    }
}
