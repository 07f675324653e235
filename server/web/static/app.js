// The page is complete without this file; it only makes moving about quicker.
