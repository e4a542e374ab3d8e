import Testing

/// What each module may import: the direction of dependencies, towards the model only. A module
/// exists because it hides a library or must stay pure, and this table is that promise.
enum ImportRules {
    /// Part of the language, without an effect on the outside.
    static let everywhere: Set = ["Swift", "Synchronization"]

    static let allowed: [String: Set<String>] = [
        "EnlaceModel": [],
        "EnlaceFiles": ["EnlaceModel", "Glibc"],
        "EnlaceCrypto": ["EnlaceModel", "EnlaceFiles", "CEnlaceOpenSSL", "SwiftASN1", "Glibc"],
        "EnlaceLog": ["EnlaceModel"],
        "EnlaceWire": ["EnlaceModel", "SwiftProtobuf", "FoundationEssentials"],
        "EnlaceStore": ["EnlaceModel", "EnlaceLog"],
        "EnlaceStoreSQLite": [
            "EnlaceModel", "EnlaceFiles", "EnlaceLog", "EnlaceStore", "GRDB", "Foundation",
            "Glibc",
        ],
        "EnlaceBroker": [
            "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire", "EnlaceStore",
            "Logging",
        ],
        "EnlaceTransport": [
            "EnlaceModel", "EnlaceCrypto", "EnlaceWire", "NIOCore", "NIOPosix", "Logging", "Glibc",
        ],
        "EnlaceDaemon": [
            "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire", "EnlaceStore",
            "EnlaceStoreSQLite", "EnlaceBroker", "EnlaceTransport", "ArgumentParser",
            "ServiceLifecycle", "UnixSignals", "Yams", "Logging", "Foundation", "Glibc",
        ],
        "EnlaceCommands": [
            "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
            "EnlaceTransport", "ArgumentParser", "Glibc",
        ],
        "enlaced": ["EnlaceDaemon"],
        "enlace": ["EnlaceCommands"],
    ]

    /// These may import whatever there is, but for the C library.
    static let unrestricted: Set = ["EnlaceBench", "EnlaceTestSupport"]

    /// No C type of OpenSSL leaves the module that wraps it; the benchmark measures it bare.
    static let mayImportOpenSSL: Set = ["EnlaceCrypto", "EnlaceBench"]

    /// What these files import although they must not.
    static func violations(in files: [SourceFile]) -> [String] {
        files.flatMap { file in
            file.imports.filter { !isAllowed($0, in: file.module) }
                .map { "\(file.path) imports \($0)" }
        }
    }

    private static func isAllowed(_ imported: String, in module: String) -> Bool {
        if imported == "CEnlaceOpenSSL" { return mayImportOpenSSL.contains(module) }
        if unrestricted.contains(module) || everywhere.contains(imported) { return true }
        return allowed[module]?.contains(imported) == true
    }
}

@Suite struct ImportTests {
    @Test("no module imports what it must not")
    func sources() throws {
        let files = try SourceTree.swiftFiles(below: "Sources")
        #expect(files.count > 100)
        #expect(ImportRules.violations(in: files) == [])
    }

    @Test("every module has a rule")
    func everyModule() throws {
        let modules = Set(try SourceTree.swiftFiles(below: "Sources").map(\.module))
        #expect(modules.subtracting(ImportRules.allowed.keys) == ImportRules.unrestricted)
    }

    @Test("what starts the command-line client is free of Foundation")
    func startPath() {
        let startPath = [
            "EnlaceModel", "EnlaceFiles", "EnlaceLog", "EnlaceWire", "EnlaceCrypto",
            "EnlaceTransport", "EnlaceCommands", "enlace",
        ]
        for module in startPath {
            #expect(ImportRules.allowed[module]?.contains("Foundation") == false)
        }
    }

    @Test(
        "a forbidden import is found in each of its forms",
        arguments: [
            ("EnlaceLog", "import EnlaceCrypto"), ("EnlaceLog", "package import Foundation"),
            ("EnlaceLog", "  internal import Glibc"), ("EnlaceModel", "import EnlaceLog"),
            ("EnlaceBroker", "import CEnlaceOpenSSL"), ("EnlaceStore", "import struct Glibc.stat"),
            ("EnlaceTestSupport", "@testable import CEnlaceOpenSSL"),
            ("EnlaceCommands", "@preconcurrency import NIOCore"), ("Other", "import EnlaceModel"),
            ("EnlaceCommands", "#if os(Linux)\nimport Foundation\n#else\n#endif"),
            ("EnlaceWire", "#if canImport(FoundationEssentials)\n#endif\nimport Foundation"),
        ])
    func forbidden(module: String, text: String) {
        let file = SourceFile(path: "Sources/\(module)/File.swift", text: text)
        #expect(ImportRules.violations(in: [file]).count == 1)
    }

    @Test(
        "allowed imports, comments and the fallback for systems without FoundationEssentials pass")
    func allowed() {
        let file = SourceFile(
            path: "Sources/EnlaceWire/File.swift",
            text: """
                // import Foundation
                import Synchronization
                package import EnlaceModel
                #if canImport(FoundationEssentials)
                    package import FoundationEssentials
                #else
                    package import Foundation
                #endif
                package import SwiftProtobuf
                let text = "import Foundation"
                """)
        #expect(ImportRules.violations(in: [file]) == [])
    }
}
