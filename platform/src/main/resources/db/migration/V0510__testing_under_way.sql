-- The nightly sweep asks who is testing what now.
ALTER TABLE testing_order ADD KEY testing_order_awaiting (awaiting);
