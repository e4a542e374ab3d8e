/// Prints figures as `name: value`, one per line, on standard output.
enum Report {
    static func line(_ name: String, _ value: String) {
        let padding = String(repeating: " ", count: max(1, 34 - name.count))
        print("\(name)\(padding)\(value)")
    }

    static func rate(_ name: String, _ perSecond: Double) {
        line(name, "\(grouped(perSecond.rounded()))/s")
    }

    static func share(_ name: String, _ part: Double, of whole: Double) {
        line(name, "\(decimal(100 * part / whole, places: 1)) %")
    }

    static func microseconds(_ name: String, _ duration: Duration, per count: Int) {
        line(name, "\(decimal(duration.inSeconds * 1e6 / Double(max(1, count)), places: 2)) µs")
    }

    /// `12,345`.
    static func grouped(_ value: Double) -> String {
        var digits = Array(String(Int(value)))
        for position in stride(from: digits.count - 3, to: 0, by: -3) {
            digits.insert(",", at: position)
        }
        return String(digits)
    }

    static func decimal(_ value: Double, places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * Double(scale)).rounded())
        let fraction = String(abs(scaled) % scale)
        let padding = String(repeating: "0", count: places - fraction.count)
        return "\(scaled / scale).\(padding)\(fraction)"
    }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
