// swift-tools-version: 6.2

import PackageDescription

// One line a module, ground floor first: its name and what it may import. `HouseTests` reads the
// imports of every file and holds them to this list.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)",
    swiftSettings: settings)
}

let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioTLS: Target.Dependency = .product(name: "NIOTLS", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let histogram: Target.Dependency = .product(name: "Histogram", package: "hdrhistogram-swift")
let jwt: Target.Dependency = .product(name: "JWTKit", package: "jwt-kit")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// What every service, and every test of a service, stands on.
let serviceFloor: [Target.Dependency] = ["ServiceKit", "Messages", "RPC", "Protobuf", "Store"]

/// `compose/fuzz` builds the fuzz targets round libFuzzer, with instrumented code and in a folder of
/// its own; everybody else builds them into the tests that replay their corpus.
let isFuzzing = Context.environment["SIYU_FUZZ"] != nil
let fuzz: Target =
  isFuzzing
  ? .executableTarget(
    name: "siyu-fuzz", dependencies: ["HTTP2"] + serviceFloor, path: "Tests/Fuzz",
    exclude: ["Corpus", "Replay"], swiftSettings: settings)
  : .testTarget(
    name: "FuzzTests", dependencies: ["HTTP2"] + serviceFloor, path: "Tests/Fuzz",
    exclude: ["Corpus", "Program"], swiftSettings: settings)

let package = Package(
  name: "siyu",
  products: [
    .executable(name: "siyu", targets: ["siyu"]),
    .executable(name: "protoc-gen-siyu", targets: ["protoc-gen-siyu"]),
    .executable(name: "siyu-bench", targets: ["siyu-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
    .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
  ],
  targets: [
    // These three are on the way of every call, and linked in as archives: reached through tables of
    // addresses, as shared libraries are, they cost 3 % of it. So pkg-config, which says -l, is not asked.
    .systemLibrary(name: "CNghttp2", providers: [.apt(["libnghttp2-dev"])]),
    .systemLibrary(name: "CProtobufC", providers: [.apt(["libprotobuf-c-dev"])]),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(
      name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CRoaring", providers: [.apt(["libroaring-dev"])]),

    module("HTTP2", ["CNghttp2"]),
    module("Protobuf", ["CProtobufC"]),
    module("RPC", ["HTTP2", "Protobuf", "CZlib", nioCore, nioPosix, nioHTTP, nioTLS, nioSSL]),
    .target(name: "CMessages", dependencies: ["CProtobufC"]),
    module("Messages", ["CMessages", "CProtobufC", "Protobuf", "RPC"]),
    .target(name: "CPageChecksum", dependencies: ["CSQLite"]),
    module("Store", ["CSQLite", "CPageChecksum"]),
    module("Roaring", ["CRoaring"]),
    module("QRCode", ["CQRencode", "CPNG"]),
    module(
      "ServiceKit",
      ["Messages", "RPC", "Protobuf", "Store", "QRCode", logging, crypto, jwt, metrics]),
    module("Directory", serviceFloor),
    module("Customers", ["Roaring"] + serviceFloor),
    module("Communities", serviceFloor),
    module("Broadcasts", serviceFloor),
    module("Sandbox", serviceFloor),
    program(
      "siyu",
      [
        "Directory", "Customers", "Communities", "Broadcasts", "Sandbox", argumentParser, logging,
        histogram, metrics,
      ] + serviceFloor),

    program("protoc-gen-siyu", ["CMessages", "CProtobufC", "Protobuf"]),

    // Here and not in a package of its own: `package` access, which all of ours is, ends there.
    .executableTarget(
      name: "siyu-bench", dependencies: ["Messages", "RPC", "Protobuf", "Store", argumentParser],
      path: "Tests/Benchmarks", swiftSettings: settings),

    .target(
      name: "Fixtures", dependencies: serviceFloor, path: "Tests/Fixtures",
      swiftSettings: settings),
    .target(
      name: "InteropService", dependencies: ["Messages", "RPC"], path: "Tests/Interop/Service",
      swiftSettings: settings),
    .executableTarget(
      name: "siyu-interop",
      dependencies: ["InteropService", "Messages", "Protobuf", "RPC", argumentParser],
      path: "Tests/Interop/Program", swiftSettings: settings),
    tests("House", []),
    tests("Load", ["siyu", "RPC"]),
    tests("HTTP2", ["HTTP2", "Fixtures"]),
    tests("Protobuf", ["Protobuf", "Messages"]),
    tests("RPC", ["RPC", "HTTP2", "Protobuf", "Messages", "InteropService", "Fixtures"]),
    fuzz,
    tests("Generator", ["protoc-gen-siyu"]),
    tests("QRCode", ["QRCode"]),
    tests(
      "Rights",
      ["Broadcasts", "Communities", "Customers", "Directory", "Fixtures", logging] + serviceFloor),
    tests("Store", ["Store", "CSQLite"]),
    tests("Roaring", ["Roaring", "Fixtures"]),
    tests("ServiceKit", ["Directory", "Fixtures", logging, crypto] + serviceFloor),
    tests("Directory", ["Directory", "Customers", "Fixtures"] + serviceFloor),
    tests(
      "Customers",
      ["Customers", "Communities", "Directory", "Roaring", "Fixtures"] + serviceFloor),
    tests("Communities", ["Communities", "Customers", "Directory", "Fixtures"] + serviceFloor),
    tests("Sandbox", ["Sandbox"] + serviceFloor),
    tests(
      "Broadcasts",
      ["Broadcasts", "Communities", "Customers", "Directory", "Fixtures"] + serviceFloor),
  ]
)
