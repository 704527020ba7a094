import Messages
import ServiceKit

extension JoinWay {
  /// The fields that UpdateJoinWay may name.
  static let maskable: Set<String> = [
    "scene", "remark", "auto_create_room", "room_base_name", "room_base_id", "chat_ids", "state",
    "mark_source", "department_id",
  ]

  /// A way that is to be.
  init(
    _ message: CommunitiesV1.JoinWay, configID: String, now: Instant, policies: Policies
  ) throws(InvalidField) {
    self.init(
      configID: configID, scene: try Scene(message.scene), createTime: now, updateTime: now)
    try overwrite(by: message, Self.everything(), policies: policies)
    nextRoomID = roomBaseID
  }

  /// A mask that names all fields.
  static func everything() throws(InvalidField) -> UpdateMask {
    try UpdateMask(.init(paths: ["*"]), allowed: [])
  }

  /// Takes what a message says of it, as far as the mask goes.
  mutating func overwrite(
    by message: CommunitiesV1.JoinWay, _ mask: UpdateMask, policies: Policies
  ) throws(InvalidField) {
    let numbering = (roomBaseName, roomBaseID)
    if let scene = mask.value("scene", message.scene, empty: .unspecified) {
      self.scene = try Scene(scene)
    }
    if let remark = mask.value("remark", message.remark, empty: "") {
      self.remark = Self.cut(remark, policies: policies)
    }
    if let creates = mask.value("auto_create_room", message.autoCreateRoom, empty: nil) {
      createsRooms = creates ?? true
    }
    if let name = mask.value("room_base_name", message.roomBaseName, empty: "") {
      roomBaseName = name
    }
    if let id = mask.value("room_base_id", message.roomBaseID, empty: 0) { roomBaseID = Int(id) }
    if let chatIDs = mask.value("chat_ids", message.chatIDs, empty: []) { self.chatIDs = chatIDs }
    if let state = mask.value("state", message.state, empty: "") { self.state = state }
    if let marks = mask.value("mark_source", message.markSource, empty: nil) {
      marksSource = marks ?? true
    }
    if let id = mask.value("department_id", message.departmentID, empty: 0) { departmentID = id }
    if numbering != (roomBaseName, roomBaseID) { nextRoomID = roomBaseID }
  }

  var message: CommunitiesV1.JoinWay {
    .init(
      configID: configID, scene: .init(rawValue: Int32(scene.rawValue)), remark: remark,
      autoCreateRoom: createsRooms, roomBaseName: roomBaseName, roomBaseID: Int32(roomBaseID),
      chatIDs: chatIDs, state: state, markSource: marksSource, departmentID: departmentID,
      createTime: createTime.timestamp, updateTime: updateTime.timestamp,
      nextRoomID: Int64(nextRoomID))
  }
}

extension JoinWay.Scene {
  init(_ message: CommunitiesV1.JoinWayScene) throws(InvalidField) {
    guard message != .unspecified else {
      throw InvalidField(
        "join_way.scene", "REQUIRED", "join_way.scene is required.", errcode: 41038)
    }
    guard let scene = Self(rawValue: Int(message.rawValue)) else {
      throw InvalidField(
        "join_way.scene", "UNKNOWN_VALUE", "join_way.scene \(message.rawValue) is not known.",
        errcode: 41040)
    }
    self = scene
  }
}
