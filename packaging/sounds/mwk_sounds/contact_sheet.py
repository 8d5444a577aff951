def write_contact_sheet(*a):
    pass
