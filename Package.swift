// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "enlace",
    products: [
        .executable(name: "enlaced", targets: ["enlaced"]),
        .executable(name: "enlace", targets: ["enlace"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "EnlaceModel"),
        .target(name: "EnlaceFiles", dependencies: ["EnlaceModel"]),
        .systemLibrary(
            name: "CEnlaceOpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .target(
            name: "EnlaceCrypto",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "CEnlaceOpenSSL",
                .product(name: "SwiftASN1", package: "swift-asn1"),
            ]),
        .target(name: "EnlaceLog", dependencies: ["EnlaceModel"]),
        .target(
            name: "EnlaceWire",
            dependencies: [
                "EnlaceModel", .product(name: "SwiftProtobuf", package: "swift-protobuf"),
            ],
            exclude: ["Proto"]),
        .target(name: "EnlaceStore", dependencies: ["EnlaceModel", "EnlaceLog"]),
        .target(
            name: "EnlaceStoreSQLite",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceLog", "EnlaceStore",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "EnlaceBroker",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceStore", .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "EnlaceTransport",
            dependencies: [
                "EnlaceModel", "EnlaceCrypto", "EnlaceWire",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "EnlaceDaemon",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceStore", "EnlaceStoreSQLite", "EnlaceBroker", "EnlaceTransport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "EnlaceCommands",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceTransport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "enlaced", dependencies: ["EnlaceDaemon"]),
        .executableTarget(name: "enlace", dependencies: ["EnlaceCommands"]),
        .executableTarget(
            name: "EnlaceBench",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "CEnlaceOpenSSL", "EnlaceCrypto", "EnlaceLog",
                "EnlaceWire", "EnlaceStore", "EnlaceStoreSQLite", "EnlaceTransport",
                "EnlaceTestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "EnlaceTestSupport",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceStore",
                "EnlaceStoreSQLite", "EnlaceWire", "EnlaceBroker", "EnlaceTransport",
            ]),
        .testTarget(
            name: "EnlaceModelTests", dependencies: ["EnlaceModel"],
            resources: [.copy("Samples")]),
        .testTarget(name: "EnlaceFilesTests", dependencies: ["EnlaceModel", "EnlaceFiles"]),
        .testTarget(
            name: "EnlaceCryptoTests",
            dependencies: ["EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "CEnlaceOpenSSL"],
            resources: [.copy("Vectors")]),
        .testTarget(
            name: "EnlaceLogTests",
            dependencies: ["EnlaceModel", "EnlaceFiles", "EnlaceLog", "EnlaceCrypto"],
            resources: [.copy("Vectors")]),
        .testTarget(name: "EnlaceWireTests", dependencies: ["EnlaceModel", "EnlaceWire"]),
        .testTarget(
            name: "EnlaceStoreTests",
            dependencies: ["EnlaceModel", "EnlaceLog", "EnlaceStore", "EnlaceTestSupport"]),
        .testTarget(
            name: "EnlaceStoreSQLiteTests",
            dependencies: [
                "EnlaceModel", "EnlaceLog", "EnlaceStore", "EnlaceStoreSQLite", "EnlaceTestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "EnlaceBrokerTests",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceStore", "EnlaceBroker", "EnlaceTestSupport",
            ]),
        .testTarget(
            name: "EnlaceTransportTests",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceWire", "EnlaceTransport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .testTarget(
            name: "EnlaceDaemonTests",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceStore", "EnlaceStoreSQLite", "EnlaceBroker", "EnlaceTransport",
                "EnlaceDaemon", "EnlaceTestSupport",
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "EnlaceCommandsTests",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceCommands", "enlaced", "enlace",
            ],
            resources: [.copy("Scripts"), .copy("NodeScripts")]),
        // Reads the files of the package; needs none of its modules.
        .testTarget(name: "EnlaceStructureTests"),
        .testTarget(
            name: "EnlaceSystemTests",
            dependencies: [
                "EnlaceModel", "EnlaceFiles", "EnlaceCrypto", "EnlaceLog", "EnlaceWire",
                "EnlaceStore", "EnlaceTransport", "EnlaceTestSupport", "enlaced", "enlace",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
    ]
)

// One set of rules for every module of ours. Deprecations stay warnings, so that the update of a
// dependency cannot break the build.
let commonSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

// Modules that speak to C say `unsafe` on nearly every line, and so does generated code; the others
// have no reason to.
let modulesNearC: Set<String> = [
    "EnlaceCrypto", "EnlaceFiles", "EnlaceStoreSQLite", "EnlaceTransport", "EnlaceTestSupport",
    "EnlaceWire",
]

for target in package.targets where target.type != .system {
    target.swiftSettings = commonSettings
    if target.type == .regular, !modulesNearC.contains(target.name) {
        target.swiftSettings?.append(.strictMemorySafety())
    }
}
