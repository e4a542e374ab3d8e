import EnlaceModel

/// The oldest OpenSSL that a daemon may run on: one patch level for each branch named, and the
/// programming interface of 3.0 for every other (design §9).
package struct LibraryFloor: Sendable, Equatable {
    /// The oldest programming interface that this product is written for.
    package static let interface = LibraryVersion(major: 3, minor: 0, patch: 0)

    /// 3.0.19 on the 3.0 branch.
    package static let standard = LibraryFloor([LibraryVersion(major: 3, minor: 0, patch: 19)])

    private let floors: [LibraryVersion]

    /// Each version is the floor of its own branch, that is of its major and minor number.
    package init(_ floors: [LibraryVersion]) {
        self.floors = floors
    }

    /// Throws `CRYPTO_LIBRARY_TOO_OLD` with the version found and the one required.
    package func check(_ version: LibraryVersion = .running) throws(CryptoError) {
        let ofBranch = floors.filter { ($0.major, $0.minor) == (version.major, version.minor) }
        let required = ofBranch.max() ?? Self.interface
        guard version >= required else {
            throw CryptoError(
                .cryptoLibraryTooOld, object: "OpenSSL \(version)",
                context: ["expected": required.description])
        }
    }
}
