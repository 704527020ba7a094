# Loaded before gRPC's Ruby interop programs, which know no certificates but those of gRPC's own
# tests: gives theirs the files named in the environment instead. With a certificate and a key a
# client shows who it is, and with an authority a server wants callers to.
require 'grpc'

module FilesFromEnvironment
  def self.read(name)
    path = ENV[name]
    path && File.read(path)
  end
end

GRPC::Core::ChannelCredentials.singleton_class.prepend(Module.new do
  def new(*)
    files = FilesFromEnvironment
    shown = [files.read('CALLER_KEY'), files.read('CALLER_CERTIFICATE')].compact
    super(files.read('AUTHORITY'), *shown)
  end
end)

GRPC::Core::ServerCredentials.singleton_class.prepend(Module.new do
  def new(*)
    files = FilesFromEnvironment
    clients = files.read('CLIENT_AUTHORITY')
    pair = { private_key: files.read('SERVER_KEY'), cert_chain: files.read('SERVER_CERTIFICATE') }
    super(clients, [pair], !clients.nil?)
  end
end)
