import EnlaceModel
import Glibc

/// The running program's own file.
enum ProcessImage {
    private static let pathBytesMax = 4096

    static func path() throws -> String {
        var buffer = [CChar](repeating: 0, count: pathBytesMax)
        let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
        guard count > 0 else { throw CommandError(.fileUnreadable, object: "/proc/self/exe") }
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
