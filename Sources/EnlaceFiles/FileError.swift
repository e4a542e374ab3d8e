package import EnlaceModel
import Glibc

/// The error of this module: what the file system refused, with the path as its object.
package struct FileError: CodedError, Equatable {
    package let code: ErrorCode
    package let object: String
    package let context: [String: String]

    package init(_ code: ErrorCode, object: String, context: [String: String] = [:]) {
        self.code = code
        self.object = VisibleText.make(object)
        self.context = context
    }

    /// Errors are the same when their codes are.
    package static func == (left: FileError, right: FileError) -> Bool {
        left.code == right.code
    }
}

/// What was being done when a system call failed; decides the code of errors that depend on it.
enum FileAccess {
    case reading
    case writing
}

extension FileError {
    /// The error for a failed system call; `number` is its `errno`, taken at once.
    init(_ call: String, path: String, access: FileAccess, number: CInt = errno) {
        self.init(
            Self.code(of: number, access: access), object: path,
            context: ["call": call, "reason": Self.text(of: number)])
    }

    private static func code(of number: CInt, access: FileAccess) -> ErrorCode {
        switch number {
        case ENOENT, ENOTDIR: .fileNotFound
        case EEXIST: .fileExists
        case ENOSPC, EDQUOT: .diskFull
        case EACCES, EPERM, EROFS, EISDIR, ELOOP, ETXTBSY:
            access == .reading ? .fileUnreadable : .fileNotWritable
        default: .inputOutput
        }
    }

    private static func text(of number: CInt) -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        // The importer gives the POSIX variant, which fills the buffer and answers with a number.
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "errno \(number)" }
        return buffer.withUnsafeBufferPointer { text in
            text.baseAddress.map { String(cString: $0) } ?? ""
        }
    }
}
