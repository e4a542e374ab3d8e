import EnlaceModel
import Testing

@testable import EnlaceTransport

@Suite("BackOff")
struct BackOffTests {
    private struct Fixed: RandomSource {
        let value: UInt8
        func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: value, count: count) }
    }

    private func waits(_ count: Int, _ value: UInt8, reset: Int? = nil) -> [Duration] {
        var backOff = BackOff(first: .milliseconds(500), limit: .seconds(3))
        return (0..<count).map { index in
            if index == reset { backOff.reset() }
            return backOff.next(random: Fixed(value: value))
        }
    }

    @Test("waits double up to the limit, between half and whole")
    func doubles() {
        let whole = [500, 1000, 2000, 3000, 3000].map { Duration.milliseconds($0) }
        #expect(waits(5, 0xFF) == whole)
        #expect(waits(5, 0) == whole.map { $0 / 2 })
    }

    @Test("after something went well it begins again")
    func reset() {
        #expect(waits(4, 0xFF, reset: 3).last == .milliseconds(500))
    }
}
