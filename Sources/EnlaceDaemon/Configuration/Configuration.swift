package import EnlaceCrypto
package import EnlaceModel

/// Everything a node is told by its one configuration file, checked and complete.
///
/// Paths are absolute, or as given on the command line when the file was named relatively; those in
/// the file count from the folder of the file.
package struct Configuration: Sendable {
    /// The largest configuration file.
    package static let bytesMax = 262_144

    /// Where the two ports listen.
    package struct Listen: Sendable, Equatable {
        package let node: NetworkAddress
        package let client: NetworkAddress
    }

    /// A private key and the certificate of its public half, both PEM.
    package struct KeyPair: Sendable, Equatable {
        package let key: String
        package let certificate: String
    }

    package struct Keys: Sendable, Equatable {
        package let tls: KeyPair
        package let encryption: KeyPair
        package let statement: KeyPair
        /// Former encryption keys, for envelopes that were made before the peers had the new card.
        package let retired: [KeyPair]
    }

    /// PEM files of authorities and their revocation lists.
    package struct Authorities: Sendable, Equatable {
        /// Issuers of the node's own certificates, up to the root.
        package let nodes: [String]
        /// Issuers of its officers' certificates, up to the root.
        package let officers: [String]
        package let revocationLists: [String]
    }

    package struct Cryptography: Sendable, Equatable {
        package let floor: LibraryFloor
        package let isFIPSRequired: Bool
    }

    package struct Limits: Sendable, Equatable {
        package let documentBytesMax: Int
        package let nodeConnectionsMax: Int
        package let clientConnectionsMax: Int
    }

    package let node: NodeID
    package let environment: RunEnvironment
    package let contact: String
    package let data: DataFolder
    package let listen: Listen
    /// Where peers reach this node; told to them by the card.
    package let addresses: [NetworkAddress]
    package let keys: Keys
    package let authorities: Authorities
    package let cryptography: Cryptography
    package let limits: Limits
}
