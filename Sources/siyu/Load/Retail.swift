/// The words of a retail chain: what its people, stores and customers are called. All follow from
/// numbers, so that a service filled twice holds the same.
enum Retail {
  private static let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈")
  private static let givenNames = Array(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红建文辉梅琳晨宇欣怡子涵雨佳思雪梦婷浩然俊凯志鹏博")
  private static let cities = [
    "北京", "上海", "广州", "深圳", "杭州", "成都", "武汉", "南京", "西安", "重庆", "苏州", "天津", "长沙",
    "郑州", "青岛", "宁波", "厦门", "合肥", "昆明", "沈阳",
  ]
  private static let streets = [
    "人民路", "中山路", "解放路", "建设路", "万达广场", "银泰城", "大悦城", "吾悦广场", "环球港", "步行街",
  ]

  /// The tag groups 标签组 of the chain, each with its tags.
  static let tagGroups: [(name: String, tags: [String])] = [
    ("会员等级", ["普卡", "银卡", "金卡", "铂金卡", "黑卡"]),
    ("消费频次", ["每周", "每月", "每季", "每年", "沉睡"]),
    ("客单价", ["百元以下", "一百到三百", "三百到五百", "五百到一千", "千元以上"]),
    ("年龄段", ["18-24", "25-34", "35-44", "45-54", "55以上"]),
    ("渠道来源", ["门店扫码", "公众号", "小程序", "朋友圈广告", "老客推荐"]),
    ("品类偏好", ["护肤", "彩妆", "母婴", "食品", "家居"]),
    ("生日月份", (1...12).map { "\($0)月" }),
    ("活动意向", ["双十一", "618", "会员日", "新品试用", "不参加"]),
    ("家庭", ["单身", "已婚", "有孩", "三代同堂", "养宠"]),
    ("服务状态", ["新客", "跟进中", "已成交", "待回访", "流失预警"]),
  ]

  static func person(_ number: Int) -> String {
    var random = SplitMix(seed: 0x5157, stream: UInt64(number))
    var name = String(random.element(of: surnames))
    for _ in 0..<(1 + random.below(2)) { name.append(random.element(of: givenNames)) }
    return name
  }

  static func city(_ number: Int) -> String { cities[number % cities.count] }

  static func store(_ number: Int) -> String {
    "\(cities[number % cities.count])\(streets[number / cities.count % streets.count])店\(number + 1)"
  }

  /// Digits of at least that many places.
  static func padded(_ number: Int, _ places: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, places - digits.count)) + digits
  }
}
