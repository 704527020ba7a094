import Testing

@testable import protoc_gen_siyu

@Suite("Names")
struct NamingTests {
  @Test(
    "A field keeps the words of the proto",
    arguments: [
      ("external_userid", "externalUserid"), ("userid", "userid"), ("config_id", "configID"),
      ("tag_ids", "tagIDs"), ("id", "id"), ("url", "url"), ("picture_url", "pictureURL"),
      ("id_card", "idCard"), ("request_id", "requestID"), ("create_time", "createTime"),
      ("line_2", "line2"),
    ])
  func properties(proto: String, swift: String) {
    #expect(Naming.property(proto) == swift)
  }

  @Test(
    "A package is one word, without the first one of all ours",
    arguments: [
      ("siyu.customers.v1", "CustomersV1"), ("google.rpc", "GoogleRpc"),
      ("grpc.reflection.v1alpha", "GrpcReflectionV1alpha"), ("grpc.health.v1", "GrpcHealthV1"),
    ])
  func namespaces(package: String, swift: String) {
    #expect(Naming.namespace(package) == swift)
  }

  @Test("An enum's members lose its name only when all have it")
  func members() {
    func members(_ values: String...) -> [String] {
      Naming.members(
        ProtoEnum(
          name: "AddWay", fullName: "p.AddWay",
          values: values.map { ProtoEnumValue(name: $0, number: 0) }))
    }
    #expect(members("ADD_WAY_UNSPECIFIED", "ADD_WAY_QR_CODE") == ["unspecified", "qrCode"])
    #expect(members("UNKNOWN", "ADD_WAY_QR_CODE") == ["unknown", "addWayQrCode"])
    #expect(members("ADD_WAY_2G") == ["_2g"])
  }

  @Test("C names are those that protoc-c gives")
  func cNames() {
    #expect(Naming.cType("siyu.demo.v1.Thing.LabelsEntry") == "Siyu__Demo__V1__Thing__LabelsEntry")
    #expect(
      Naming.cInitializer("siyu.demo.v1.Thing.LabelsEntry")
        == "siyu__demo__v1__thing__labels_entry__init")
    #expect(Naming.cInitializer("a.HTTPRule") == "a__httprule__init")
    #expect(Naming.cField("default") == "default_")
    #expect(Naming.cField("in") == "in")
  }

  @Test("Base64 is padded to groups of four")
  func base64() {
    #expect(Base64.text([]) == "")
    #expect(Base64.text(Array("M".utf8)) == "TQ==")
    #expect(Base64.text(Array("Ma".utf8)) == "TWE=")
    #expect(Base64.text(Array("Man".utf8)) == "TWFu")
    #expect(Base64.text([0xfb, 0xff]) == "+/8=")
  }
}
