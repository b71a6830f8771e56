-- Of all houses together what is open is little, of each one alone it is too many questions.
ALTER TABLE credit_entry ADD KEY credit_entry_state (state);
