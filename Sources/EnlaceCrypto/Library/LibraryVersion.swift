import CEnlaceOpenSSL

/// A version of OpenSSL: `3.0.19`.
package struct LibraryVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let major: Int
    package let minor: Int
    package let patch: Int

    package init(major: Int, minor: Int, patch: Int) {
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads three decimal numbers with points between; `nil` for anything else.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard parts.count == 3, numbers.count == 3 else { return nil }
        self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
    }

    /// The library that this process runs on, which need not be the one it was built with
    /// (OpenSSL_version_num(3): `0xMNN00PP0`).
    package static var running: LibraryVersion {
        let number = Int(OpenSSL_version_num())
        return LibraryVersion(
            major: number >> 28, minor: number >> 20 & 0xFF, patch: number >> 4 & 0xFF)
    }

    package static func < (left: LibraryVersion, right: LibraryVersion) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }

    package var description: String { "\(major).\(minor).\(patch)" }
}
