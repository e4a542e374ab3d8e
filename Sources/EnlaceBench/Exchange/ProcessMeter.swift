import EnlaceFiles
import Glibc

/// What another process has used, by `/proc`.
struct ProcessMeter {
    let processID: pid_t

    /// Processor time of all threads, in whole ticks of the kernel (10 ms).
    var processorTime: Duration {
        get throws {
            let text = try Self.text("/proc/\(processID)/stat")
            // The name in brackets may hold anything; what counts stands behind it.
            let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
            guard fields.count > 12, let user = Int64(fields[11]), let system = Int64(fields[12])
            else { throw BenchError("/proc/\(processID)/stat cannot be read") }
            let ticksPerSecond = max(1, Int64(sysconf(Int32(_SC_CLK_TCK))))
            return .milliseconds((user + system) * 1000 / ticksPerSecond)
        }
    }

    /// Memory resident now, and the most there was, in bytes.
    var resident: (now: Int, max: Int) {
        get throws {
            let text = try Self.text("/proc/\(processID)/status")
            return (try Self.kilobytes("VmRSS:", text), try Self.kilobytes("VmHWM:", text))
        }
    }

    /// Cache flushes that all disks have done since the machine started: what a sync costs at least,
    /// and the same for every process, so that nothing else should write meanwhile.
    static func diskFlushes() throws -> Int {
        let flushField = 18
        return try text("/proc/diskstats").split(separator: "\n").reduce(0) { sum, line in
            let fields = line.split(separator: " ")
            guard fields.count > flushField, let count = Int(fields[flushField]) else { return sum }
            return sum + count
        }
    }

    private static func kilobytes(_ name: String, _ text: String) throws -> Int {
        let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
        let words = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }) ?? []
        guard words.count > 1, let number = Int(words[1]) else {
            throw BenchError("\(name) is not told by /proc")
        }
        return number * 1024
    }

    private static func text(_ path: String) throws -> String {
        // Files of /proc say that they are empty, so they are read until they end.
        guard let file = fopen(path, "r") else { throw BenchError("\(path) cannot be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            guard count > 0 else { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
