import EnlaceBroker
import EnlaceCrypto
import EnlaceFiles
import EnlaceModel

/// The files that the configuration names: keys, certificates, authorities, revocation lists.
struct NodeFiles {
    /// The names of the keys that `init` always makes itself.
    static let logKey = "log"
    static let witnessKey = "witness"

    let configuration: Configuration

    private var name: CertificateName { .node(configuration.node) }

    var pairs: [(name: String, files: Configuration.KeyPair, profile: CertificateProfile)] {
        [
            ("tls", configuration.keys.tls, .nodeTLS),
            ("encryption", configuration.keys.encryption, .nodeEncryption),
            ("statement", configuration.keys.statement, .nodeStatement),
        ]
    }

    /// Loads everything; the first thing that is wrong is thrown.
    func load() throws -> NodeCredentials {
        NodeCredentials(
            tls: try credential(configuration.keys.tls),
            encryption: try credential(configuration.keys.encryption),
            statement: try credential(configuration.keys.statement),
            retired: try configuration.keys.retired.map(credential),
            logKey: try ownKey(Self.logKey), witnessKey: try ownKey(Self.witnessKey),
            nodeIssuers: try issuers(configuration.authorities.nodes),
            officerIssuers: try issuers(configuration.authorities.officers),
            revocationLists: try revocationLists())
    }

    func credential(_ pair: Configuration.KeyPair) throws(CryptoError) -> Credential {
        try Credential.load(certificateFile: pair.certificate, keyFile: pair.key)
    }

    private func ownKey(_ name: String) throws(CryptoError) -> PrivateKey {
        let file = configuration.data.key(name)
        let key = try PrivateKey.load(file: file)
        guard key.algorithm == .ed25519 else {
            throw CryptoError(.keyNotAllowed, object: file, context: ["expected": "Ed25519"])
        }
        return key
    }

    private func issuers(_ files: [String]) throws(CryptoError) -> [Certificate] {
        var all: [Certificate] = []
        for file in files {
            for certificate in try Certificate.loadAll(file: file) where !all.contains(certificate)
            {
                all.append(certificate)
            }
        }
        return all
    }

    func revocationLists() throws(CryptoError) -> [[UInt8]] {
        var all: [[UInt8]] = []
        for file in configuration.authorities.revocationLists {
            let list = try RevocationList.load(file: file).derBytes
            if !all.contains(list) { all.append(list) }
        }
        return all
    }
}

extension NodeFiles {
    /// Everything that is wrong with the files, each finding by itself.
    ///
    /// - Parameter isSetUp: also the keys that `init` makes must be there.
    func findings(at time: Timestamp, isSetUp: Bool) -> [any CodedError] {
        var findings: [any CodedError] = []
        func attempt<Value>(_ work: () throws -> Value) -> Value? {
            do {
                return try work()
            } catch let error as any CodedError {
                findings.append(error)
            } catch {
                findings.append(DaemonError(.internalError, object: "configuration"))
            }
            return nil
        }
        let credentials = pairs.map { pair in attempt { try credential(pair.files) } }
        for pair in configuration.keys.retired { _ = attempt { try credential(pair) } }
        if isSetUp {
            _ = attempt { try ownKey(Self.logKey) }
            _ = attempt { try ownKey(Self.witnessKey) }
        }
        let nodeIssuers = attempt { try issuers(configuration.authorities.nodes) }
        _ = attempt { try issuers(configuration.authorities.officers) }
        let lists = attempt { try revocationLists() }
        guard let nodeIssuers, let lists else { return findings }
        let authorities = attempt {
            try PinnedAuthorities(issuers: nodeIssuers, revocationLists: lists)
        }
        for (pair, credential) in zip(pairs, credentials) {
            guard let authorities, let credential else { continue }
            _ = attempt {
                try authorities.check(
                    credential.certificate, for: pair.profile, name: name, at: time)
            }
        }
        return findings
    }
}
