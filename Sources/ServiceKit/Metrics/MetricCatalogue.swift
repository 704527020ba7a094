/// Everything that Siyu measures of itself, by name. No label is ever a corp: there are thousands.
extension MetricFamily {
  // MARK: Calls, named as go-grpc-middleware names them

  static let serverStarted = MetricFamily(
    "grpc_server_started_total", .counter, "Calls begun, by method.")
  static let serverHandled = MetricFamily(
    "grpc_server_handled_total", .counter, "Calls answered, by method and code.")
  static let serverHandling = MetricFamily(
    "grpc_server_handling_seconds", .seconds,
    "From a call's headers to its answer, by method. Streams that are watched last long.")
  static let serverReceived = MetricFamily(
    "grpc_server_msg_received_total", .counter, "Request messages that came whole, by method.")
  static let serverSent = MetricFamily(
    "grpc_server_msg_sent_total", .counter, "Reply messages sent, by method.")
  static let serverRejected = MetricFamily(
    "siyu_server_rejected_total", .counter,
    "Requests turned away before there was a call, by code: no such method, bad headers.")
  static let serverConnections = MetricFamily(
    "siyu_server_connections", .gauge, "Connections that are open.")
  static let serverRunning = MetricFamily(
    "siyu_server_handlers", .gauge, "Calls whose handlers run.")

  static let clientStarted = MetricFamily(
    "grpc_client_started_total", .counter, "Calls to other services begun, by method.")
  static let clientHandled = MetricFamily(
    "grpc_client_handled_total", .counter, "Calls to other services ended, by method and code.")
  static let clientHandling = MetricFamily(
    "grpc_client_handling_seconds", .seconds,
    "From the start of a call to another service to its end, its retries too, by method.")

  // MARK: The store

  static let storeCommits = MetricFamily(
    "siyu_store_commit_seconds", .seconds, "How long commits took, their fsync included.")
  static let storeBatches = MetricFamily(
    "siyu_store_commit_writes", .counts, "How many writes one commit took to disk.")
  static let storeRefused = MetricFamily(
    "siyu_store_refused_writes_total", .counter,
    "Writes that were not done, by reason: full, queue_full, too_late, stopped, closed, other.")
  static let storeWaiting = MetricFamily(
    "siyu_store_waiting_writes", .gauge, "Writes that wait for their commit, of all databases.")
  static let storeLog = MetricFamily(
    "siyu_store_wal_bytes", .gauge, "Bytes in the write-ahead logs of all databases.")
  static let storeLargestLog = MetricFamily(
    "siyu_store_largest_wal_bytes", .gauge, "Bytes in the largest write-ahead log.")
  static let storeDatabases = MetricFamily(
    "siyu_store_databases", .gauge,
    "Open databases, by state: serving, full (the disk is), stopped (writing to disk failed).")
  static let storeScans = MetricFamily(
    "siyu_store_waiting_scans", .gauge, "Long reads that wait for a thread, of all services.")

  // MARK: Feeds and jobs

  static let feedEvents = MetricFamily(
    "siyu_feed_events_total", .counter, "Events written to the change feeds.")
  static let followerDelay = MetricFamily(
    "siyu_follower_delay_seconds", .longSeconds,
    "How old the oldest change of a batch was when it had been applied, by the peer it came from.")
  static let followerApplied = MetricFamily(
    "siyu_follower_changes_total", .counter, "Changes of peers applied, by peer.")
  static let followersFailing = MetricFamily(
    "siyu_followers_failing", .gauge,
    "Feeds that are not followed because the last attempt failed, by peer.")
  static let jobsRunning = MetricFamily(
    "siyu_jobs_running", .gauge, "Jobs at work.")
  static let jobsWaiting = MetricFamily(
    "siyu_jobs_waiting", .gauge,
    "Jobs that are not finished, as the runners last saw them; those due later count too.")
  static let jobsEnded = MetricFamily(
    "siyu_job_runs_total", .counter, "Runs of jobs, by kind and outcome: done, failed, postponed.")
  static let jobSeconds = MetricFamily(
    "siyu_job_run_seconds", .longSeconds, "How long runs of jobs took, by kind.")

  // MARK: Spans

  static let spans = MetricFamily(
    "siyu_trace_spans_total", .counter,
    "Spans, by outcome: exported, dropped (the queue was full), failed (the receiver refused).")

  // MARK: The process, named as Prometheus's own clients name it

  static let processCPU = MetricFamily(
    "process_cpu_seconds_total", .counter, "CPU time that the process has used, in seconds.")
  static let processMemory = MetricFamily(
    "process_resident_memory_bytes", .gauge, "Memory of the process that is resident.")
  static let processVirtualMemory = MetricFamily(
    "process_virtual_memory_bytes", .gauge, "Address space of the process.")
  static let processDescriptors = MetricFamily(
    "process_open_fds", .gauge, "File descriptors that are open.")
  static let processDescriptorLimit = MetricFamily(
    "process_max_fds", .gauge, "File descriptors that may be open.")
  static let processThreads = MetricFamily(
    "process_threads", .gauge, "Threads of the process.")
  static let processStart = MetricFamily(
    "process_start_time_seconds", .gauge, "When the process began, in seconds since 1970.")
  static let build = MetricFamily(
    "siyu_build_info", .gauge, "1, with the version as a label.")
}
