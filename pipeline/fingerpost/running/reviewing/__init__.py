"""What people return in, lines of the log out; and the workbooks that go to them."""
