-- Which of the values that standards leave open judges a case, by input of its evaluation; JSON. Fixed when the order is
-- accepted; an order that was accepted before this column follows what was usual then.
ALTER TABLE commission_order ADD COLUMN policies LONGTEXT NULL;
