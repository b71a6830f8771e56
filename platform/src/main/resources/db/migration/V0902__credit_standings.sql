-- What a house stands at today is told by what is open of it.
ALTER TABLE credit_entry
    DROP KEY credit_entry_house,
    ADD KEY credit_entry_house (house, state);
