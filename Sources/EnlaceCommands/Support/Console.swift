import EnlaceModel
import Glibc

/// Where a command writes: results to standard output, all else to standard error.
///
/// Everything that came from outside goes through `VisibleText` before it is given to this.
package struct Console: Sendable {
    private let output: @Sendable (String) -> Void
    private let diagnostics: @Sendable (String) -> Void

    package init(
        output: @escaping @Sendable (String) -> Void,
        diagnostics: @escaping @Sendable (String) -> Void
    ) {
        self.output = output
        self.diagnostics = diagnostics
    }

    /// The process's own descriptors 1 and 2.
    package static let standard = Console(
        output: { writeAll($0, to: STDOUT_FILENO) },
        diagnostics: { writeAll($0, to: STDERR_FILENO) })

    /// One line of the result.
    package func print(_ line: String) { output(line + "\n") }

    /// One line beside the result: progress, warnings, questions, errors.
    package func note(_ line: String) { diagnostics(line + "\n") }
}

private func writeAll(_ text: String, to descriptor: Int32) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
        let count = unsafe bytes.withUnsafeBytes {
            unsafe write(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0 && errno == EINTR { continue }
        // A reader that has gone away is not an error of the command.
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
    }
}
