/// The permission bits a file or folder gets, whatever the process's umask says.
package struct FileMode: Hashable, Sendable {
    package let bits: UInt32

    package init(bits: UInt32) {
        self.bits = bits
    }

    /// Read and written by its owner only: keys, stores, profiles.
    package static let privateFile = FileMode(bits: 0o600)
    /// Read by everybody: certificates, revocation lists.
    package static let publicFile = FileMode(bits: 0o644)
    /// Entered by its owner only.
    package static let privateFolder = FileMode(bits: 0o700)
    /// Entered by everybody.
    package static let publicFolder = FileMode(bits: 0o755)
}
