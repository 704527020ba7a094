// Written by protoc-gen-siyu; change the proto and run compose/generate.
// swift-format-ignore-file

/// The messages and services of the package `bench.v1`.
package enum BenchV1 {}

/// The messages and services of the package `google.protobuf`.
package enum GoogleProtobuf {}

/// The messages and services of the package `google.rpc`.
package enum GoogleRpc {}

/// The messages and services of the package `grpc.health.v1`.
package enum GrpcHealthV1 {}

/// The messages and services of the package `grpc.reflection.v1`.
package enum GrpcReflectionV1 {}

/// The messages and services of the package `grpc.reflection.v1alpha`.
package enum GrpcReflectionV1alpha {}

/// The messages and services of the package `grpc.testing`.
package enum GrpcTesting {}

/// The messages and services of the package `opentelemetry.proto.collector.trace.v1`.
package enum OpentelemetryProtoCollectorTraceV1 {}

/// The messages and services of the package `opentelemetry.proto.common.v1`.
package enum OpentelemetryProtoCommonV1 {}

/// The messages and services of the package `opentelemetry.proto.resource.v1`.
package enum OpentelemetryProtoResourceV1 {}

/// The messages and services of the package `opentelemetry.proto.trace.v1`.
package enum OpentelemetryProtoTraceV1 {}

/// The messages and services of the package `siyu.broadcasts.v1`.
package enum BroadcastsV1 {}

/// The messages and services of the package `siyu.common.v1`.
package enum CommonV1 {}

/// The messages and services of the package `siyu.communities.v1`.
package enum CommunitiesV1 {}

/// The messages and services of the package `siyu.customers.v1`.
package enum CustomersV1 {}

/// The messages and services of the package `siyu.directory.v1`.
package enum DirectoryV1 {}

/// The messages and services of the package `siyu.sandbox.v1`.
package enum SandboxV1 {}

/// The messages and services of the package `siyu.testing.v1`.
package enum TestingV1 {}
