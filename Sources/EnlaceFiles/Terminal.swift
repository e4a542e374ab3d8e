import EnlaceModel
import Glibc

/// The person at the terminal: questions, with or without echo, and passphrases from a descriptor.
package enum Terminal {
    /// The longest answer or passphrase in bytes.
    package static let answerBytesMax = 1024

    package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Asks on the controlling terminal and shows what is typed.
    ///
    /// Throws `USAGE` when there is no terminal: the caller says which option to use instead.
    package static func ask(_ question: String) throws(FileError) -> String {
        let terminal = try openTerminal()
        try show(question, on: terminal)
        let answer = try readLine(terminal.raw, object: terminal.path)
        return answer.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Asks on the controlling terminal without showing what is typed.
    ///
    /// Control-C restores the terminal and then ends the process as usual. Not covered: a signal
    /// from outside while the question stands leaves the terminal without echo (`stty sane`).
    package static func askWithoutEcho(_ question: String) throws(FileError) -> Secret {
        let terminal = try openTerminal()
        var before = termios()
        guard tcgetattr(terminal.raw, &before) == 0 else {
            throw FileError("tcgetattr", path: terminal.path, access: .reading)
        }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        try show(question, on: terminal)
        tcsetattr(terminal.raw, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(terminal.raw, TCSAFLUSH, &before)
            try? show("\n", on: terminal)
        }
        var typing = HiddenTyping()
        let line = try readBytes(terminal.raw, object: terminal.path) { typing.take($0) }
        if typing.isInterrupted {
            tcsetattr(terminal.raw, TCSAFLUSH, &before)
            raise(SIGINT)
            throw FileError(.usage, object: "passphrase", context: ["reason": "interrupted"])
        }
        return line
    }

    /// Reads one line from an open descriptor, as `--passphrase-fd` names it; not a byte more is
    /// taken, so that several lines can follow each other.
    package static func readPassphrase(from descriptor: Int32) throws(FileError) -> Secret {
        try readLine(descriptor, object: "descriptor \(descriptor)")
    }

    private static func openTerminal() throws(FileError) -> FileDescriptor {
        do throws(FileError) {
            return try FileDescriptor(
                opening: "/dev/tty", flags: O_RDWR | O_NOCTTY, mode: .privateFile, access: .reading)
        } catch {
            throw FileError(.usage, object: "/dev/tty", context: error.context)
        }
    }

    private static func show(_ text: String, on terminal: borrowing FileDescriptor)
        throws(FileError)
    {
        try Secret(copying: text.utf8).withBytes { bytes throws(FileError) in
            try terminal.write(bytes)
        }
    }

    private static func readLine(_ raw: CInt, object: String) throws(FileError) -> Secret {
        try readBytes(raw, object: object) { $0 == UInt8(ascii: "\n") ? .end : .append($0) }
    }

    private static func readBytes(
        _ raw: CInt, object: String, judge: (UInt8) -> Keystroke
    ) throws(FileError) -> Secret {
        try Secret(capacity: answerBytesMax) { buffer throws(FileError) in
            var count = 0
            while true {
                var byte: UInt8 = 0
                let got = retrying { read(raw, &byte, 1) }
                guard got >= 0 else { throw FileError("read", path: object, access: .reading) }
                switch got == 0 ? .end : judge(byte) {
                case .end: return count
                case .ignore: break
                case .erase(let all): count = all ? 0 : lastCharacter(of: buffer[..<count])
                case .append(let byte):
                    guard count < buffer.count else {
                        throw FileError(
                            .fileTooLarge, object: object, context: ["limit": "\(answerBytesMax)"])
                    }
                    buffer[count] = byte
                    count += 1
                }
            }
        }
    }
}

/// Where the last UTF-8 character of the bytes begins.
private func lastCharacter(of bytes: Slice<UnsafeMutableRawBufferPointer>) -> Int {
    bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? bytes.startIndex
}

/// What one typed byte means.
enum Keystroke: Equatable {
    case append(UInt8)
    case erase(all: Bool)
    case ignore
    case end
}

/// Line editing for hidden input, where the terminal driver's own is off.
struct HiddenTyping {
    private(set) var isInterrupted = false

    mutating func take(_ byte: UInt8) -> Keystroke {
        switch byte {
        case 0x0A, 0x0D, 0x04: return .end
        case 0x03, 0x1C:
            isInterrupted = true
            return .end
        case 0x08, 0x7F: return .erase(all: false)
        case 0x15: return .erase(all: true)
        case 0x00..<0x20: return .ignore
        default: return .append(byte)
        }
    }
}
