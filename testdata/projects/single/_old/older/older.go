package older
